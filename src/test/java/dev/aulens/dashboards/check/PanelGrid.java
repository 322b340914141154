package dev.aulens.dashboards.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Where the panels of a dashboard stand: in 48 columns, none over another. */
final class PanelGrid {

    private static final int COLUMNS = 48;

    private final List<Cell> cells = new ArrayList<>();

    private record Cell(String id, int x, int y, int w, int h) {

        boolean overlaps(Cell other) {
            return x < other.x + other.w && other.x < x + w && y < other.y + other.h && other.y < y + h;
        }
    }

    void add(Place place, String id, JsonNode grid) {
        if (!grid.path("i").asText().equals(id)) {
            place.fault("gridData.i is not its panelIndex");
        }
        if (!Stream.of("x", "y", "w", "h").allMatch(name -> grid.path(name).isInt())) {
            place.fault("gridData has no whole x, y, w and h");
            return;
        }
        Cell cell = new Cell(
                id,
                grid.path("x").asInt(),
                grid.path("y").asInt(),
                grid.path("w").asInt(),
                grid.path("h").asInt());
        if (cell.x < 0 || cell.y < 0 || cell.w < 1 || cell.h < 1 || cell.x + cell.w > COLUMNS) {
            place.fault("it stands outside of the " + COLUMNS + " columns");
        }
        cells.stream().filter(cell::overlaps).forEach(other -> place.fault("it stands over the panel " + other.id));
        cells.add(cell);
    }
}
