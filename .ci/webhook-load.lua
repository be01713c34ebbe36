-- wrk: sends the requests of a file in turn, to another path if one is given, and tells how each was answered. The file is
-- webhook-service's; wrk has one thread.

local requests, place = {}, 0
statuses = {}

function setup(thread) worker = thread end

function init(arguments)
    local file = assert(io.open(arguments[1], "rb"))
    while true do
        local length = file:read("*n", 1)
        if not length then break end
        local request = file:read(length)
        if arguments[2] then request = request:gsub(" /ses ", " " .. arguments[2] .. " ", 1) end
        requests[#requests + 1] = request
    end
    file:close()
    -- So that not all of one kind come at once.
    math.randomseed(1)
    for index = #requests, 2, -1 do
        local other = math.random(index)
        requests[index], requests[other] = requests[other], requests[index]
    end
end

function request()
    place = place % #requests + 1
    return requests[place]
end

function response(status)
    statuses[status] = (statuses[status] or 0) + 1
end

function done(summary, latency)
    local found = {}
    for status, count in pairs(worker:get("statuses")) do
        found[#found + 1] = string.format('"%d": %d', status, count)
    end
    local errors = summary.errors
    io.stderr:write(string.format(
        '{"seconds": %.3f, "requests": %d, "connect": %d, "read": %d, "write": %d, "timeout": %d, ' ..
            '"p50": %.3f, "p99": %.3f, "statuses": {%s}}\n',
        summary.duration / 1e6, summary.requests, errors.connect, errors.read, errors.write, errors.timeout,
        latency:percentile(50) / 1e3, latency:percentile(99) / 1e3, table.concat(found, ", ")))
end
