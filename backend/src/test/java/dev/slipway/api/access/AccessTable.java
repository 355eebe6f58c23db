package dev.slipway.api.access;

import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;
import org.springframework.http.HttpMethod;

/** Expected status of each route for each kind of caller. */
final class AccessTable {
    private static final String TABLE = """
            route                                          | anonymous owner learner instructor grader administrator disabled demoted revoked | body
            GET    /attempts                               |    401     200    200      200      200        200         401     200     401   |
            POST   /attempts                               |    401     200    201      201      201        201         401     201     401   | {"lab": "sample"}
            GET    /attempts/{attempt}                     |    401     200    404      200      200        200         401     404     401   |
            POST   /attempts/{attempt}/check               |    401     200    404      403      403        403         401     404     401   |
            POST   /attempts/{attempt}/end                 |    401     200    404      403      403        200         401     404     401   |
            POST   /attempts/{attempt}/restart             |    401     200    404      403      403        403         401     404     401   |
            POST   /attempts/{attempt}/extend              |    401     200    404      403      403        403         401     404     401   |
            POST   /attempts/{attempt}/nodes/{node}/reset  |    401     202    404      403      403        403         401     404     401   |
            PUT    /attempts/{attempt}/tasks/{task}/answer |    401     200    404      403      403        403         401     404     401   | {"answer": "42"}
            POST   /attempts/{attempt}/tasks/{task}/hints  |    401     200    404      403      403        403         401     404     401   |
            POST   /attempts/{attempt}/questions/{question}/answers \
                                                           |    401     200    404      403      403        403         401     404     401   | {"options": [2]}
            POST   /attempts/{attempt}/terminals           |    401     201    404      403      403        403         401     404     401   | {"node": "node1"}
            POST   /attempts/{attempt}/previews            |    401     201    404      403      403        403         401     404     401   | {"node": "node1", "port": 80}
            GET    /attempts/{attempt}/recordings          |    401     200    404      200      200        200         401     404     401   |
            GET    /attempts/{attempt}/recordings/{recording} \
                                                           |    401     200    404      200      200        200         401     404     401   |
            GET    /accounts                               |    401     403    403      403      403        200         401     403     401   |
            POST   /accounts                               |    401     403    403      403      403        201         401     403     401   | {"email": "new@example.org", "name": "New", "role": "administrator"}
            PATCH  /accounts/{account}                     |    401     403    403      403      403        200         401     403     401   | {"role": "grader", "enabled": false}
            PUT    /accounts/{account}/password            |    401     403    403      403      403        200         401     403     401   |
            GET    /me                                     |    401     200    200      200      200        200         401     200     401   |
            GET    /me/tokens                              |    401     200    200      200      200        200         401     200     401   |
            POST   /me/tokens                              |    401     201    201      201      201        201         401     201     401   | {"name": "laptop"}
            DELETE /me/tokens/{token}                      |    401     204    404      404      404        404         401     404     401   |
            GET    /labs                                   |    401     200    200      200      200        200         401     200     401   |
            GET    /labs/{lab}                             |    401     200    200      200      200        200         401     200     401   |
            GET    /status                                 |    401     200    200      200      200        200         401     200     401   |
            GET    /openapi.json                           |    401     200    200      200      200        200         401     200     401   |
            GET    /openapi.json.yaml                      |    401     200    200      200      200        200         401     200     401   |
            GET    /nothing                                |    401     404    404      404      404        404         401     404     401   |
            """;

    private AccessTable() {}

    /**
     * A route and the status that each caller gets from it.
     *
     * @param path with the names that {@link Scene#resolve} replaces
     */
    record Row(HttpMethod method, String path, Map<Caller, Integer> expected, String body) {
        @Override
        public String toString() {
            return method + " " + path;
        }
    }

    static Stream<Row> rows() {
        var lines = TABLE.lines().map(line -> line.split("\\|")).toList();
        var callers = words(lines.getFirst()[1]).stream()
                .map(name -> Caller.valueOf(name.toUpperCase(Locale.ROOT)))
                .toList();
        return lines.stream().skip(1).map(cells -> row(callers, cells));
    }

    private static Row row(List<Caller> callers, String[] cells) {
        var route = words(cells[0]);
        var statuses = words(cells[1]);
        var expected = new EnumMap<Caller, Integer>(Caller.class);
        for (int column = 0; column < callers.size(); column++) {
            expected.put(callers.get(column), Integer.valueOf(statuses.get(column)));
        }
        var body = cells.length > 2 && !cells[2].isBlank() ? cells[2].strip() : "{}";
        return new Row(HttpMethod.valueOf(route.getFirst()), route.getLast(), expected, body);
    }

    private static List<String> words(String cell) {
        return Arrays.asList(cell.strip().split("\\s+"));
    }
}
