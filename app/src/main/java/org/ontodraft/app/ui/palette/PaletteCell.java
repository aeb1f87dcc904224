package org.ontodraft.app.ui.palette;

import java.util.List;
import javafx.css.PseudoClass;
import javafx.scene.control.Label;
import javafx.scene.control.ListCell;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.Region;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.KeyCap;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.search.SearchHit;

/** A row of the palette: a heading, an entity, or a command, draft or page. */
final class PaletteCell extends ListCell<PaletteRow> {
  private static final int LONGEST_NAME = 48;
  private static final int LONGEST_KEY = 36;

  private static final PseudoClass HEADING = PseudoClass.getPseudoClass("heading");
  private static final PseudoClass IMPOSSIBLE = PseudoClass.getPseudoClass("impossible");

  private final Texts texts;
  private final Icon icon = new Icon(Glyph.CATEGORY);
  private final MarkedName name = new MarkedName("hit-label", LONGEST_NAME);
  private final MarkedName key = new MarkedName("hit-key", LONGEST_KEY);
  private final StatusMark status;
  private final Label about = new Label();
  private final KeyCap cap = new KeyCap("");
  private final HBox line;
  private final Label heading = new Label();
  private final Label count = new Label();
  private final HBox headingLine;

  PaletteCell(Texts texts) {
    this.texts = texts;
    this.status = new StatusMark(texts);
    about.getStyleClass().addAll("small-text", "muted-text");
    about.setMinWidth(0);
    icon.setMinWidth(Region.USE_PREF_SIZE);
    line = new HBox(icon, name, key, space(), about, status, cap);
    line.getStyleClass().add("hit-line");
    heading.getStyleClass().addAll("small-text", "strong-text");
    count.getStyleClass().addAll("small-text", "muted-text");
    headingLine = new HBox(heading, space(), count);
    headingLine.getStyleClass().add("hit-heading");
    // As wide as the list, not as its longest name.
    setPrefWidth(0);
  }

  private static Region space() {
    Region space = new Region();
    HBox.setHgrow(space, Priority.ALWAYS);
    return space;
  }

  @Override
  protected void updateItem(@Nullable PaletteRow item, boolean empty) {
    super.updateItem(item, empty);
    look(
        item instanceof PaletteRow.Heading,
        item instanceof PaletteRow.Entry entry && !entry.entry().possible());
    if (empty || item == null) {
      setGraphic(null);
      setAccessibleText(null);
      return;
    }
    switch (item) {
      case PaletteRow.Heading(String text, int rows) -> {
        heading.setText(text);
        count.setText(String.valueOf(rows));
        setAccessibleText(texts.get("palette.heading.spoken", text, rows));
        setGraphic(headingLine);
      }
      case PaletteRow.Entity entity -> show(entity);
      case PaletteRow.Entry entry -> show(entry);
    }
  }

  private void look(boolean heading, boolean impossible) {
    pseudoClassStateChanged(HEADING, heading);
    pseudoClassStateChanged(IMPOSSIBLE, impossible);
  }

  private void show(PaletteRow.Entity entity) {
    SearchHit hit = entity.hit();
    icon.setVisible(true);
    icon.show(Glyph.of(hit.key().type()));
    name.show(hit.label(), hit.labelMarks());
    key.show(hit.key().key(), hit.keyMarks());
    String by =
        switch (hit.tier()) {
          case TEXT -> texts.get("palette.by.text");
          case MISSPELLED -> texts.get("palette.by.likeness");
          default -> texts.type(hit.key().type());
        };
    about.setText(by);
    status.show(entity.status());
    put(status, true);
    put(cap, false);
    setAccessibleText(
        texts.get(
            "palette.hit.spoken",
            hit.label(),
            texts.type(hit.key().type()),
            hit.key().key(),
            by,
            texts.status(entity.status())));
    setGraphic(line);
  }

  private void show(PaletteRow.Entry row) {
    PaletteEntry entry = row.entry();
    Glyph glyph = entry.glyph();
    icon.setVisible(glyph != null);
    if (glyph != null) {
      icon.show(glyph);
    }
    name.show(entry.name(), row.marks());
    key.show("", List.of());
    about.setText(entry.possible() ? entry.about() : entry.missing());
    put(status, false);
    cap.setText(entry.key());
    put(cap, !entry.key().isEmpty());
    setAccessibleText(
        texts.get(
            entry.possible() ? "palette.entry.spoken" : "palette.entry.impossible",
            entry.name(),
            about.getText(),
            entry.key()));
    setGraphic(line);
  }

  private static void put(Label label, boolean shown) {
    label.setVisible(shown);
    label.setManaged(shown);
  }
}
