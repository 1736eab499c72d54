-- Posts batches of 500 day records.
local ids = {}
for line in io.lines(os.getenv("FANGHU_IDS")) do ids[#ids + 1] = line end
local token = os.getenv("FANGHU_TOKEN")
local counter = 0
local thread_count = 0
function setup(thread) thread:set("number", thread_count); thread_count = thread_count + 1 end
function init() math.randomseed(number * 104729 + os.time()) end
function request()
  local records = {}
  for index = 1, 500 do
    counter = counter + 1
    local id = string.format("%08x-%04x-7%03x-9%03x-%012x", os.time(), number, math.random(0, 4095), math.random(0, 4095), counter * 256 + math.random(0, 255))
    records[index] = string.format('{"id":"%s","observation":"%s","temperature":36.5,"site":"armpit"}', id, ids[math.random(#ids)])
  end
  return wrk.format("POST", "/api/v1/day-records", { ["Content-Type"] = "application/json", Authorization = "Bearer " .. token },
    '{"records":[' .. table.concat(records, ",") .. "]}")
end
