package org.needscape.journey.crawl;

import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.needscape.JourneyService;

/**
 * Asks wrongly for two hidden areas with different counts: what is answered must differ in nothing but the code that was sent, for
 * then it cannot hold a count.
 */
final class ErrorAnswers {

    private static final String CODE = "CODE";
    private static final List<String> WRONG = List.of(
            "/api/v1/layers/rate-cla-2024/values?code=CODE",
            "/api/v1/layers/rate-cla-2024/values/CODE",
            "/api/v1/layers/rate-cla-2024-CODE.csv",
            "/api/v1/layers/rate-cla-2024.csv?area=CODE",
            "/api/v1/layers/rate-cla-2024.exe?CODE=1",
            "/api/v1/layers?extent=CODE",
            "/api/v1/layers?CODE=1",
            "/api/v1/extents?code=CODE",
            "/api/v1/extents/CODE/areas?q=a",
            "/api/v1/extents/fictional-county/areas?q=CODE&limit=0",
            "/api/v1/extents/fictional-county/areas?point=CODE",
            "/api/v1/extents/fictional-county/areas?q=CODE&point=1,2",
            "/api/v1/extents/fictional-county/areas/lsoa-2021/CODE?measure=cla",
            "/api/v1/extents/fictional-county/areas/lsoa-2011/CODE",
            "/api/v1/extents/fictional-county/areas/lad-2024/CODE",
            "/api/v1/extents/fictional-county/geometries/CODE",
            "/api/v1/extents/fictional-county/geometries/lsoa-2021?bbox=CODE",
            "/api/v1/extents/fictional-county/gradients?code=CODE",
            "/api/v1/extents/fictional-county/gradients/cla-2024-CODE",
            "/api/v1/extents/fictional-county/protection?code=CODE",
            "/api/v1/jobs/CODE",
            "/api/v1/jobs/CODE/report.csv",
            "/api/v1/openapi.json/CODE",
            "/CODE.html");

    private ErrorAnswers() {}

    static List<String> check(JourneyService service, String one, String other) throws Exception {
        List<String> findings = new ArrayList<>();
        for (String path : WRONG) {
            String first = answer(service, path, one);
            String second = answer(service, path, other);
            if (first.startsWith("200")) {
                findings.add(path + " was answered: it is no wrong address");
            }
            findings.addAll(compare(path, first, second));
        }
        return findings;
    }

    /** @return a finding where two answers differ */
    static List<String> compare(String path, String one, String other) {
        return one.equals(other)
                ? List.of()
                : List.of(path + " is answered differently for two hidden areas: " + one + " and " + other);
    }

    private static String answer(JourneyService service, String path, String code) throws Exception {
        HttpResponse<byte[]> response = service.get(path.replace(CODE, code));
        return response.statusCode() + " " + new String(response.body(), StandardCharsets.UTF_8).replace(code, CODE);
    }
}
