package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javafx.collections.ListChangeListener;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.Tooltip;
import javafx.scene.input.Clipboard;
import javafx.scene.input.ClipboardContent;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.submit.Overlap;
import org.ontodraft.app.service.submit.TouchingPullRequest;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityKey;

/** Open pull requests that touch the same entities. */
final class OverlapsPane extends VBox {
  /** So many are listed; the others are counted. */
  private static final int LISTED = 20;

  /** So many entities of one are named. */
  private static final int NAMED = 5;

  private final OverlapModel model;
  private final Texts texts;

  OverlapsPane(OverlapModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    setId("overlaps");
    getStyleClass().addAll("card", "submit-card");
    model.overlaps().addListener((ListChangeListener<Overlap>) change -> show());
    model.problem().subscribe(words -> show());
  }

  private void show() {
    List<Node> lines = new ArrayList<>();
    List<Overlap> all = model.overlaps();
    all.stream().limit(LISTED).forEach(one -> lines.add(line(one)));
    if (all.size() > LISTED) {
      lines.add(new Label(texts.get("submit.overlap.more", all.size() - LISTED)));
    }
    String problem = model.problem().get();
    if (!problem.isEmpty()) {
      Label sentence = new Label(problem);
      sentence.setWrapText(true);
      lines.add(sentence);
    }
    getChildren().setAll(lines);
    setVisible(!lines.isEmpty());
    setManaged(!lines.isEmpty());
  }

  private Node line(Overlap overlap) {
    TouchingPullRequest one = overlap.pullRequest();
    String named =
        overlap.entities().stream()
            .limit(NAMED)
            .map(EntityKey::key)
            .collect(Collectors.joining(", "));
    int more = overlap.entities().size() - NAMED;
    Label title =
        new Label(
            texts.get(
                "submit.overlap",
                String.valueOf(one.number()),
                one.author(),
                more > 0 ? texts.get("submit.part.more", named, more) : named));
    title.getStyleClass().add("strong-text");
    title.setWrapText(true);
    Label words = new Label(HiddenCharacters.shown(one.title()));
    words.getStyleClass().add("muted-text");
    words.setWrapText(true);
    VBox text = new VBox(title, words);
    HBox.setHgrow(text, Priority.ALWAYS);
    Button copy = new Button(texts.get("submit.sent.copy"));
    copy.setMinWidth(USE_PREF_SIZE);
    copy.setAccessibleText(texts.get("submit.overlap.copy", String.valueOf(one.number())));
    copy.setTooltip(new Tooltip(one.url().toString()));
    copy.setOnAction(event -> {
      ClipboardContent content = new ClipboardContent();
      content.putString(one.url().toString());
      Clipboard.getSystemClipboard().setContent(content);
    });
    HBox line = new HBox(new Icon(Glyph.WARNING, "strong-icon"), text, copy);
    line.getStyleClass().add("submit-line");
    return line;
  }
}
