package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.ontodraft.app.service.radar.Encounter;
import org.ontodraft.app.service.radar.Toucher;
import org.ontodraft.app.ui.common.EncounterTexts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;

/** Other drafts and pull requests that change what this draft changes of the entity. */
final class EncountersSection {
  private final EntityViewModel viewModel;
  private final EditorTexts texts;
  private final EncounterTexts words;
  private final InspectorSection section;

  EncountersSection(EntityViewModel viewModel, EditorTexts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.words = new EncounterTexts(texts.plain());
    this.section = new InspectorSection(texts.get("editor.met.title"));
    section.setId("encounters");
    viewModel.encounters().subscribe(this::show);
  }

  Node node() {
    return section;
  }

  private void show(List<Encounter> met) {
    List<Node> lines = new ArrayList<>();
    met.forEach(encounter -> lines.add(line(encounter)));
    section.show(met.size(), lines);
    section.setVisible(!met.isEmpty());
    section.setManaged(!met.isEmpty());
  }

  private Node line(Encounter encounter) {
    boolean draft = encounter.by() instanceof Toucher.OtherDraft;
    Icon icon =
        Icon.named(
            draft ? Glyph.BRANCH : Glyph.PULL_REQUEST,
            texts.get(draft ? "editor.met.kind.draft" : "editor.met.kind.pull-request"));
    Hyperlink name = new Hyperlink(words.name(encounter.by()));
    name.getStyleClass().addAll("medium-text", "quiet-link");
    name.setWrapText(true);
    name.setOnAction(event -> viewModel.show(encounter.by()));
    Label shared = new Label(words.shared(encounter));
    shared.getStyleClass().addAll("small-text", "muted-text");
    shared.setWrapText(true);
    HBox line = new HBox(icon, new VBox(name, shared));
    line.getStyleClass().add("inspector-line");
    return line;
  }
}
