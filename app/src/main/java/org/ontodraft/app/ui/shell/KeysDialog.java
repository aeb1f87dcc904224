package org.ontodraft.app.ui.shell;

import java.nio.file.Path;
import java.util.List;
import java.util.function.BiConsumer;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Region;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.FileChoosers;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.KeyCap;

/** The cheat sheet on one page, to be looked at, copied or kept for the printer. */
final class KeysDialog {
  private static final int COLUMNS = 2;

  private final Texts texts;
  private final FileChoosers files;
  private final BiConsumer<Path, String> write;

  /**
   * Dialogs of a window.
   *
   * @param write writes a text to a file, in the background
   */
  KeysDialog(Texts texts, FileChoosers files, BiConsumer<Path, String> write) {
    this.texts = texts;
    this.files = files;
    this.write = write;
  }

  /** The page. */
  Node content(CheatSheet sheet) {
    GridPane grid = new GridPane();
    grid.getStyleClass().add("keys");
    int lines = sheet.sections().stream().mapToInt(section -> section.lines().size() + 1).sum();
    int rows = (lines + COLUMNS - 1) / COLUMNS;
    int row = 0;
    int column = 0;
    for (CheatSheet.Section section : sheet.sections()) {
      if (row + section.lines().size() / 2 >= rows) {
        row = 0;
        column += 2;
      }
      Label title = new Label(section.title());
      title.getStyleClass().add("strong-text");
      grid.add(title, column, row++, 2, 1);
      for (CheatSheet.Line line : section.lines()) {
        KeyCap cap = new KeyCap(line.keys());
        cap.setMinWidth(Region.USE_PREF_SIZE);
        grid.add(cap, column, row);
        Label name = new Label(line.name());
        name.setWrapText(true);
        grid.add(name, column + 1, row++);
      }
    }
    ScrollPane scroll = new ScrollPane(grid);
    scroll.setFitToWidth(true);
    scroll.setAccessibleText(sheet.text());
    Button copy = new Button(texts.get("help.keys.copy"));
    copy.setOnAction(event -> copy(sheet.text()));
    Button save = new Button(texts.get("help.keys.save"));
    save.setOnAction(event -> save(sheet));
    HBox buttons = new HBox(copy, save);
    buttons.getStyleClass().add("keys-buttons");
    return new VBox(scroll, buttons);
  }

  private void save(CheatSheet sheet) {
    files
        .newFile(
            texts.get("help.keys.save"),
            texts.get("help.keys.file"),
            texts.get("help.keys.kind"),
            List.of("*.html"))
        .ifPresent(file -> write.accept(file, sheet.html()));
  }

  private static void copy(String text) {
    ClipboardContent content = new ClipboardContent();
    content.putString(text);
    Clipboard.getSystemClipboard().setContent(content);
  }
}
