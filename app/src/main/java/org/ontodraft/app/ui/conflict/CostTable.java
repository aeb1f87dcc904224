package org.ontodraft.app.ui.conflict;

import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import javafx.scene.Node;
import javafx.scene.control.Label;
import javafx.scene.layout.GridPane;
import javafx.scene.layout.HBox;
import org.ontodraft.app.ui.common.Hint;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.app.ui.control.ImpactTag;
import org.ontodraft.app.ui.control.Pill;
import org.ontodraft.app.ui.control.diff.FindingLine;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.rebase.ChoiceCost;
import org.ontodraft.model.validation.Finding;

/** What each choice would cost: resources in error, other findings, what it means upstream. */
final class CostTable extends GridPane {
  private final Texts texts;

  CostTable(Texts texts) {
    this.texts = texts;
    getStyleClass().addAll("preview-grid", "costs");
  }

  /** Shows these; hidden when there are none. */
  void show(List<ChoiceCost> costs) {
    getChildren().clear();
    setVisible(!costs.isEmpty());
    head(0, "rebase.costs.choice");
    head(1, "rebase.costs.resources");
    head(2, "rebase.costs.findings");
    head(3, "rebase.costs.impact");
    int row = 1;
    for (ChoiceCost cost : costs) {
      addRow(row++, choice(cost), resources(cost), findings(cost), impact(cost.impact()));
    }
  }

  private void head(int column, String key) {
    Label label = new Label(texts.get(key));
    label.getStyleClass().addAll("muted-text", "small-text");
    label.setMinWidth(USE_PREF_SIZE);
    add(label, column, 0);
  }

  private Node choice(ChoiceCost cost) {
    ResultSource source = ResultSource.of(cost.choice().kind());
    Pill letter = new Pill(source.letter(), source.side());
    letter.setMinWidth(USE_PREF_SIZE);
    Label name =
        new Label(texts.get("rebase.way." + cost.choice().kind().name().toLowerCase(Locale.ROOT)));
    name.setMinWidth(USE_PREF_SIZE);
    HBox choice = new HBox(letter, name);
    choice.getStyleClass().add("cost-choice");
    return choice;
  }

  private Label resources(ChoiceCost cost) {
    List<EntityKey> failing = cost.failingResources();
    Label label = new Label(texts.get("rebase.costs.fail", failing.size()));
    if (failing.isEmpty()) {
      label.getStyleClass().add("muted-text");
    } else {
      label.setGraphic(new Icon(Glyph.ERROR, "small-icon", "conflict"));
      Hint.say(
          label, failing.stream().limit(20).map(EntityKey::key).collect(Collectors.joining("\n")));
    }
    return label;
  }

  private Label findings(ChoiceCost cost) {
    List<Finding> others = cost.otherFindings();
    if (others.isEmpty()) {
      Label none = new Label(texts.get("rebase.costs.none"));
      none.getStyleClass().add("muted-text");
      return none;
    }
    Finding first = others.getFirst();
    String message = FindingLine.message(texts, first);
    Label label = new Label(texts.get("rebase.costs.first", message, others.size() - 1));
    label.setGraphic(new Icon(Glyph.of(first.severity()), "small-icon"));
    Hint.say(
        label,
        others.stream()
            .limit(20)
            .map(finding -> finding.key().key() + ": " + FindingLine.message(texts, finding))
            .collect(Collectors.joining("\n")));
    label.setMaxWidth(360);
    return label;
  }

  private Node impact(SemverLevel level) {
    return switch (level) {
      case MAJOR -> new ImpactTag(ImpactTag.Impact.MAJOR);
      case MINOR -> new ImpactTag(ImpactTag.Impact.MINOR);
      case PATCH -> new ImpactTag(ImpactTag.Impact.PATCH);
      default -> {
        Label none = new Label(texts.get("rebase.costs.no_impact"));
        none.getStyleClass().add("muted-text");
        yield none;
      }
    };
  }
}
