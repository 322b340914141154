package dev.aulens.bench.measure;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/** Prints tables and keeps them in a JSON file, which is complete after each. */
public final class Results {

    private final ObjectMapper json = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
    private final ObjectNode root = json.createObjectNode();
    private final Path file;
    private final PrintStream out;

    /**
     * @param file to write, replaced if it is there
     * @param out takes the tables
     * @param facts about the run, printed above all tables
     */
    public Results(Path file, PrintStream out, Map<String, String> facts) {
        this.file = file;
        this.out = out;
        facts.forEach(root::put);
        facts.forEach((name, value) -> out.println(name + ": " + value));
        root.putObject("tables");
    }

    /** Takes a table that is complete. */
    public void add(Table table) throws IOException {
        out.print(table.text());
        out.flush();
        ObjectNode node = root.withObjectProperty("tables").putObject(table.name());
        ArrayNode rows = node.putArray("rows");
        for (List<Object> cells : table.rows()) {
            ObjectNode row = rows.addObject();
            for (int i = 0; i < cells.size(); i++) {
                row.set(table.columns().get(i), json.valueToTree(cells.get(i)));
            }
        }
        table.notes().forEach(node.putArray("notes")::add);
        Files.write(file, json.writeValueAsBytes(root));
    }

    /** Says what is being done, apart from the results. */
    public void progress(String line) {
        System.err.println("... " + line);
    }
}
