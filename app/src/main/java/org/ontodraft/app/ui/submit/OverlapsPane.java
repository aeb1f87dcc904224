package org.ontodraft.app.ui.submit;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.radar.Toucher;
import org.ontodraft.app.service.submit.Overlap;
import org.ontodraft.app.service.submit.TouchingPullRequest;
import org.ontodraft.app.ui.common.EncounterTexts;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.overlap.Touch;

/** Drafts and open pull requests that change the same fields, or the same files. */
final class OverlapsPane extends VBox {
  /** So many are listed; the others are counted. */
  private static final int LISTED = 20;

  /** So many entities of one are named. */
  private static final int NAMED = 5;

  private final OverlapModel model;
  private final Texts texts;
  private final EncounterTexts words;

  OverlapsPane(OverlapModel model, Texts texts) {
    this.model = model;
    this.texts = texts;
    this.words = new EncounterTexts(texts);
    setId("overlaps");
    getStyleClass().addAll("card", "submit-card");
    model.others().subscribe(others -> show());
    model.problem().subscribe(problem -> show());
  }

  private void show() {
    List<Node> lines = new ArrayList<>();
    OverlapModel.Others all = model.others().get();
    if (!all.meetings().isEmpty()) {
      lines.add(heading("submit.met.fields"));
      all.meetings().stream().limit(LISTED).forEach(one -> lines.add(line(one)));
      count(lines, all.meetings().size());
    }
    if (!all.files().isEmpty()) {
      lines.add(heading("submit.met.files"));
      all.files().stream().limit(LISTED).forEach(one -> lines.add(line(one)));
      count(lines, all.files().size());
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

  private Label heading(String key) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("strong-text");
    heading.setWrapText(true);
    return heading;
  }

  private void count(List<Node> lines, int all) {
    if (all > LISTED) {
      lines.add(new Label(texts.get("submit.overlap.more", all - LISTED)));
    }
  }

  /** Who it is leads to what they do; each entity to what this draft does. */
  private Node line(Meeting meeting) {
    Toucher by = meeting.by();
    boolean draft = by instanceof Toucher.OtherDraft;
    Icon icon =
        Icon.named(
            draft ? Glyph.BRANCH : Glyph.PULL_REQUEST,
            texts.get(draft ? "editor.met.kind.draft" : "editor.met.kind.pull-request"));
    Hyperlink name = new Hyperlink(HiddenCharacters.shown(words.name(by)));
    name.setWrapText(true);
    name.setOnAction(event -> model.show(by, meeting.shared().firstKey()));
    VBox text = new VBox(name);
    HBox.setHgrow(text, Priority.ALWAYS);
    meeting.shared().entrySet().stream()
        .limit(NAMED)
        .forEach(entry -> text.getChildren().add(shared(by, entry)));
    int more = meeting.shared().size() - NAMED;
    if (more > 0) {
      text.getChildren().add(new Label(texts.get("submit.met.more", more)));
    }
    HBox line = new HBox(icon, text);
    line.getStyleClass().add("met-line");
    return line;
  }

  private Node shared(Toucher by, Map.Entry<EntityKey, Touch> entry) {
    Hyperlink entity = new Hyperlink(entry.getKey().key());
    entity.setOnAction(event -> model.open(entry.getKey()));
    entity.setAccessibleText(texts.get("submit.met.entity", entry.getKey().key(), words.name(by)));
    Label fields =
        new Label(
            entry.getValue().whole()
                ? texts.get("editor.met.whole")
                : words.fields(entry.getValue().fields()));
    fields.setWrapText(true);
    FlowPane line = new FlowPane(entity, fields);
    line.getStyleClass().add("met-fields");
    return line;
  }

  private Node line(Overlap overlap) {
    TouchingPullRequest one = overlap.pullRequest();
    String named =
        overlap.entities().stream()
            .limit(NAMED)
            .map(EntityKey::key)
            .collect(Collectors.joining(", "));
    int more = overlap.entities().size() - NAMED;
    Hyperlink title =
        new Hyperlink(
            texts.get(
                "submit.overlap",
                String.valueOf(one.number()),
                one.author(),
                more > 0 ? texts.get("submit.part.more", named, more) : named));
    title.setWrapText(true);
    title.setOnAction(event -> model.browse(overlap));
    Label saying = new Label(HiddenCharacters.shown(one.title()));
    saying.getStyleClass().add("muted-text");
    saying.setWrapText(true);
    VBox text = new VBox(title, saying);
    HBox.setHgrow(text, Priority.ALWAYS);
    HBox line = new HBox(new Icon(Glyph.PULL_REQUEST), text);
    line.getStyleClass().add("met-line");
    return line;
  }
}
