package dev.aulens.bench.index;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;

/** Clients that do nothing but post bulk requests, each the next one when the last is answered. */
final class PlainClients {

    private static final int CLIENTS = 2;
    private static final int OK = 200;

    private PlainClients() {}

    /** Posts all, and returns the time from the first request to the last answer. */
    static Duration post(BulkFile requests, URI server) throws IOException {
        AtomicInteger next = new AtomicInteger();
        ExecutorService threads = Executors.newFixedThreadPool(CLIENTS);
        try (FileChannel file = FileChannel.open(requests.file())) {
            long start = System.nanoTime();
            List<Future<?>> clients = new ArrayList<>();
            for (int i = 0; i < CLIENTS; i++) {
                clients.add(threads.submit(() -> {
                    client(requests, file, next, server.resolve("/_bulk?filter_path=took,errors"));
                    return null;
                }));
            }
            for (Future<?> client : clients) {
                Object unused = client.get();
            }
            return Duration.ofNanos(System.nanoTime() - start);
        } catch (ExecutionException e) {
            throw new IOException("a client failed: " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static void client(BulkFile requests, FileChannel file, AtomicInteger next, URI bulk)
            throws IOException, InterruptedException {
        HttpClient client =
                HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
        for (int i = next.getAndIncrement(); i < requests.bodies().size(); i = next.getAndIncrement()) {
            byte[] body = BulkFile.read(file, requests.bodies().get(i));
            HttpRequest request = HttpRequest.newBuilder(bulk)
                    .header("Content-Type", "application/x-ndjson")
                    .POST(HttpRequest.BodyPublishers.ofByteArray(body))
                    .build();
            HttpResponse<String> answer = client.send(request, HttpResponse.BodyHandlers.ofString());
            if (answer.statusCode() != OK) {
                throw new IOException("the server answered " + answer.statusCode() + ": " + answer.body());
            }
        }
    }
}
