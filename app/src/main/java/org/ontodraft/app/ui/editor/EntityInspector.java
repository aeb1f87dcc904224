package org.ontodraft.app.ui.editor;

import java.util.ArrayList;
import java.util.List;
import javafx.collections.ListChangeListener;
import javafx.css.PseudoClass;
import javafx.scene.Node;
import javafx.scene.control.Hyperlink;
import javafx.scene.control.Label;
import javafx.scene.control.ScrollPane;
import javafx.scene.layout.HBox;
import javafx.scene.layout.VBox;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.ui.common.Gradually;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.StatusMark;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.entity.EntityStatus;
import org.ontodraft.model.hierarchy.EffectChange;
import org.ontodraft.model.merge.EntityMerge;
import org.ontodraft.model.ontology.EntitySummary;
import org.ontodraft.model.validation.Finding;

/**
 * What stands beside the form: effects of the draft, where the entity is used, findings, places.
 */
final class EntityInspector extends ScrollPane {
  private static final int SHOWN_EFFECTS = 30;
  private static final PseudoClass CONFLICT = PseudoClass.getPseudoClass("conflict");

  private final EntityViewModel viewModel;
  private final EditorTexts texts;
  private final VBox upstream = new VBox();
  private final InspectorSection effects;
  private final InspectorSection usages;
  private final InspectorSection findings;
  private final InspectorSection places;
  private final Gradually sections = Gradually.aside(1);

  EntityInspector(EntityViewModel viewModel, EditorTexts texts) {
    this.viewModel = viewModel;
    this.texts = texts;
    this.effects = new InspectorSection(texts.get("editor.inspector.effects"));
    this.usages = new InspectorSection(texts.get("editor.inspector.usages"));
    this.findings = new InspectorSection(texts.get("editor.inspector.findings"));
    this.places = new InspectorSection(texts.get("editor.inspector.places"));
    getStyleClass().add("inspector");
    setFitToWidth(true);
    setFocusTraversable(false);
    upstream.getStyleClass().add("upstream-card");
    VBox column =
        new VBox(
            upstream,
            new EncountersSection(viewModel, texts).node(),
            effects,
            usages,
            findings,
            places);
    column.getStyleClass().add("inspector-sections");
    setContent(column);
    viewModel.content().subscribe(this::show);
    viewModel.upstream().subscribe(this::showUpstream);
    viewModel.findings().addListener((ListChangeListener<Finding>) change -> showFindings());
    showFindings();
  }

  private void show(@Nullable EntityContent content) {
    if (content == null) {
      return;
    }
    // After the form: it is what is looked at first.
    sections.make(
        0,
        List.of(() -> showEffects(content), () -> showUsages(content), () -> showPlaces(content)));
  }

  private void showEffects(EntityContent content) {
    effects.show(content.effects().size(), effects(content));
    effects.setVisible(!content.effects().isEmpty());
    effects.setManaged(effects.isVisible());
  }

  private void showUsages(EntityContent content) {
    long used = content.usages().stream().mapToLong(group -> group.sources().size()).sum();
    List<Node> groups = new ArrayList<>();
    content.usages().forEach(group -> groups.add(new UsageList(group, viewModel, texts)));
    usages.show(
        used, groups.isEmpty() ? List.of(muted(texts.get("editor.inspector.unused"))) : groups);
  }

  private void showPlaces(EntityContent content) {
    boolean several = content.paths().total() > 1;
    places.show(content.paths().total(), several ? places(content) : List.of());
    places.setVisible(several);
    places.setManaged(several);
  }

  private void showUpstream(@Nullable EntityMerge merge) {
    upstream.setVisible(merge != null);
    upstream.setManaged(merge != null);
    if (merge == null) {
      return;
    }
    boolean conflict = merge.hasConflict();
    Label title =
        new Label(texts.get(conflict ? "editor.upstream.conflict.title" : "editor.upstream.title"));
    title.setGraphic(
        conflict ? new Icon(Glyph.CONFLICT, "small-icon", "conflict") : new Icon(Glyph.COMMIT));
    title.getStyleClass().add("strong-text");
    title.setWrapText(true);
    Hyperlink show = new Hyperlink(texts.get("editor.upstream.show"));
    show.setWrapText(true);
    show.setOnAction(event -> viewModel.showRebase());
    upstream.getChildren().setAll(title, muted(texts.upstream(merge)), show);
    upstream.pseudoClassStateChanged(CONFLICT, conflict);
  }

  private List<Node> effects(EntityContent content) {
    List<Node> shown = new ArrayList<>();
    for (EffectChange effect : content.effects()) {
      if (shown.size() == SHOWN_EFFECTS) {
        shown.add(
            muted(texts.get("editor.inspector.more", content.effects().size() - SHOWN_EFFECTS)));
        break;
      }
      shown.add(effect(content, effect));
    }
    return shown;
  }

  private Node effect(EntityContent content, EffectChange effect) {
    EntityStatus status = content.overlay().status(effect.category());
    StatusMark mark = StatusMark.of(texts.plain(), status);
    String label =
        content
            .overlay()
            .find(effect.category())
            .map(EntitySummary::label)
            .orElse(effect.category().key());
    Hyperlink name = new Hyperlink(label);
    name.getStyleClass().addAll("medium-text", "quiet-link");
    name.setOnAction(event -> viewModel.open(effect.category()));
    VBox body = new VBox(name, muted(texts.effect(effect, status)));
    HBox line = new HBox(mark, body);
    line.getStyleClass().add("inspector-line");
    return line;
  }

  private void showFindings() {
    List<Node> shown = new ArrayList<>();
    for (Finding finding : viewModel.findings()) {
      Icon icon =
          Icon.named(
              Glyph.of(finding.severity()),
              texts.plain().severity(finding.severity()),
              "strong-icon");
      Label text = new Label(texts.finding(finding));
      text.setWrapText(true);
      Label rule = new Label(finding.pointer().isEmpty() ? finding.rule() : finding.pointer());
      rule.getStyleClass().addAll("mono-text", "muted-text");
      HBox line = new HBox(icon, new VBox(text, rule));
      line.getStyleClass().add("inspector-line");
      shown.add(line);
    }
    findings.show(
        shown.size(),
        shown.isEmpty() ? List.of(muted(texts.get("editor.inspector.no-findings"))) : shown);
  }

  private List<Node> places(EntityContent content) {
    List<Node> shown = new ArrayList<>();
    for (List<EntityKey> path : content.paths().paths()) {
      List<EntityKey> above = path.subList(0, path.size() - 1);
      Hyperlink link =
          new Hyperlink(
              above.isEmpty()
                  ? texts.get("editor.inspector.root")
                  : String.join(" \u203a ", above.stream().map(EntityKey::key).toList()));
      link.getStyleClass().add("quiet-link");
      link.setWrapText(true);
      if (!above.isEmpty()) {
        link.setOnAction(event -> viewModel.open(above.getLast()));
      }
      shown.add(link);
    }
    long hidden = content.paths().total() - shown.size();
    if (hidden > 0) {
      shown.add(muted(texts.get("editor.inspector.more", hidden)));
    }
    return shown;
  }

  private static Label muted(String text) {
    Label label = new Label(text);
    label.getStyleClass().addAll("small-text", "muted-text");
    label.setWrapText(true);
    return label;
  }
}
