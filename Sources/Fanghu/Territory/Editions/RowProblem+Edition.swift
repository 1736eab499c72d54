// What can be wrong with a row of a yearly list. Only the first three and the last keep the row out.

extension RowProblem {
    static func codeMalformed(_ text: String, row: Int) -> RowProblem {
        RowProblem(
            row: row,
            column: "code",
            code: "code.malformed",
            words: Words(
                "区划代码应为12位数字（或2、4、6、9位），此处为“\(text)”",
                "the code must have 12 digits (or 2, 4, 6, 9), not “\(text)”"
            )
        )
    }

    static func codeRepeated(_ code: DivisionCode, first: Int, row: Int) -> RowProblem {
        RowProblem(
            row: row,
            column: "code",
            code: "code.repeated",
            words: Words("代码\(code)已在第\(first)行出现", "code \(code) already stands in line \(first)")
        )
    }

    static func parentMissing(_ parent: DivisionCode?, row: Int) -> RowProblem {
        let code = parent?.text ?? ""
        return RowProblem(
            row: row,
            column: "parent",
            code: "parent.missing",
            words: Words("上级\(code)不在文件中", "its parent \(code) is not in the file")
        )
    }

    static func parentMalformed(_ text: String, row: Int) -> RowProblem {
        RowProblem(
            row: row,
            column: "parent",
            code: "parent.malformed",
            words: Words(
                "“\(text)”不能是上级代码，已按本级代码推定",
                "“\(text)” cannot be the parent; the digits of the code were used"
            )
        )
    }

    static func nameLostCharacter(_ name: String, row: Int) -> RowProblem {
        RowProblem(
            row: row,
            column: "name",
            code: "name.lostCharacter",
            words: Words(
                "名称“\(name)”有字丢失，已标记待更正",
                "the name “\(name)” has lost a character; it is marked for correction"
            )
        )
    }

    static func levelWrong(_ text: String, is level: DivisionLevel, row: Int) -> RowProblem {
        RowProblem(
            row: row,
            column: "level",
            code: "level.wrong",
            words: Words(
                "层级“\(text)”与代码不符，按代码为\(level.rawValue)级",
                "level “\(text)” does not fit the code, which is of level \(level.rawValue)"
            )
        )
    }

    static func urbanRuralUnknown(_ text: String, row: Int) -> RowProblem {
        RowProblem(
            row: row,
            column: "urban_rural",
            code: "urbanRural.unknown",
            words: Words("没有城乡分类“\(text)”", "there is no urban–rural class “\(text)”")
        )
    }
}
