extension RegistrationField {
    /// What the form calls it.
    package var words: Words {
        switch self {
        case .filledBy: Words("填报人", "who fills this in")
        case .relation: Words("与本人关系", "relation to the person")
        case .name: Words("姓名", "name")
        case .sex: Words("性别", "sex")
        case .document: Words("证件", "document")
        case .nationality: Words("国籍(地区)", "nationality")
        case .phone: Words("手机", "phone")
        case .registeredDivision: Words("户籍地", "place of household registration")
        case .address: Words("在沪居住地址", "address in Shanghai")
        case .tenure: Words("居住性质", "kind of residence")
        case .landlord: Words("房东", "landlord")
        case .employer: Words("工作单位", "employer")
        case .itinerary: Words("出发地、途经地", "origin and stops")
        case .declaredKeyArea: Words("14天内是否到过重点地区", "whether in a key area within 14 days")
        case .departedOn: Words("离开日期", "day of departure")
        case .arrivedOn: Words("抵沪日期", "day of arrival")
        case .transport: Words("交通方式", "transport")
        case .ticketKept: Words("票据留存", "ticket kept")
        case .companions: Words("同行人员", "companions")
        case .coResidents: Words("共同居住人", "co-residents")
        case .contactHistory: Words("接触史", "contact history")
        case .temperature: Words("体温", "temperature")
        case .symptoms: Words("症状", "symptoms")
        case .careNeeds: Words("特殊需求", "special needs")
        case .declaration: Words("如实申报承诺", "declaration of truth")
        }
    }
}
