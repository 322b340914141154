package dev.aulens.bench.latency;

import dev.aulens.bench.index.ServerApi;
import dev.aulens.bench.measure.Distribution;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Sends the searches of a command again and again. */
final class AskedAgain {

    private AskedAgain() {}

    /** Returns what the server says that all searches of the command took, in milliseconds. */
    static Distribution millis(ServerApi server, List<RecordingProxy.Asked> asked, int rounds) throws IOException {
        List<Double> millis = new ArrayList<>();
        for (int i = 0; i < rounds; i++) {
            long sum = 0;
            for (RecordingProxy.Asked request : asked) {
                if (request.isRepeatable()) {
                    sum += server.post(request.path(), request.body())
                            .path("took")
                            .asLong();
                }
            }
            millis.add((double) sum);
        }
        return new Distribution(millis);
    }
}
