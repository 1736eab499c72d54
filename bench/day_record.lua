-- Posts single day records with fresh ids to the observations listed in FANGHU_IDS.
local ids = {}
for line in io.lines(os.getenv("FANGHU_IDS")) do ids[#ids + 1] = line end
local token = os.getenv("FANGHU_TOKEN")
local counter = 0
local thread_count = 0
function setup(thread) thread:set("number", thread_count); thread_count = thread_count + 1 end
function init() math.randomseed(number * 7919 + os.time()) end
function request()
  counter = counter + 1
  local id = string.format("%08x-%04x-7%03x-8%03x-%012x", os.time(), number, math.random(0, 4095), math.random(0, 4095), counter * 256 + math.random(0, 255))
  local body = string.format('{"id":"%s","temperature":36.5,"site":"armpit"}', id)
  local path = "/api/v1/observations/" .. ids[math.random(#ids)] .. "/day-records"
  return wrk.format("POST", path, { ["Content-Type"] = "application/json", Authorization = "Bearer " .. token }, body)
end
