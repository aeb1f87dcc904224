package org.ontodraft.app.ui.diff;

import java.util.Locale;
import java.util.Optional;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.diff.FindingLine;
import org.ontodraft.model.entity.EntityKey;
import org.ontodraft.model.impact.ChangeImpact;
import org.ontodraft.model.impact.SemverLevel;
import org.ontodraft.model.impact.Witness;
import org.ontodraft.model.validation.Finding;

/** Why a change matters: its rule in words, and whom it breaks. */
final class ReasonPane extends HBox {
  private final Texts texts;
  private final RowActions actions;
  private final Label rule = new Label();
  private final Label code = new Label();
  private final VBox sentences = new VBox();

  ReasonPane(Texts texts, RowActions actions) {
    this.texts = texts;
    this.actions = actions;
    getStyleClass().addAll("card-row", "reason-row");
    rule.getStyleClass().add("medium-text");
    rule.setWrapText(true);
    code.getStyleClass().addAll("mono-text", "muted-text");
    code.setMinWidth(USE_PREF_SIZE);
    HBox.setHgrow(sentences, Priority.ALWAYS);
  }

  /** Shows a reason and says it in words. */
  String show(ReviewRow.Reason row) {
    ChangeImpact impact = row.impact();
    rule.setText(HiddenCharacters.shown(ruleOf(impact)));
    code.setText(impact.rule().row());
    String who = whom(row);
    sentences.getChildren().setAll(rule);
    if (!who.isEmpty()) {
      Label whom = new Label(HiddenCharacters.shown(who));
      whom.setWrapText(true);
      whom.getStyleClass().add("muted-text");
      sentences.getChildren().add(whom);
    }
    getChildren().setAll(ImpactCell.tag(impact.level()), sentences);
    if (row.answer() instanceof Witness.Invalidated shown && !shown.generated()) {
      getChildren().add(open(shown.entity()));
    }
    getChildren().add(code);
    return rule.getText() + (who.isEmpty() ? "" : ". " + who);
  }

  private Button open(EntityKey witness) {
    Button open = new Button(texts.get("review.open"));
    open.getStyleClass().add("compact");
    open.setMinWidth(USE_PREF_SIZE);
    open.setFocusTraversable(false);
    open.setAccessibleText(texts.get("review.open") + ": " + witness);
    open.setOnAction(event -> actions.open(witness));
    return open;
  }

  private String ruleOf(ChangeImpact impact) {
    String words =
        texts.get(
            "impact." + impact.rule().name().toLowerCase(Locale.ROOT),
            nameOf(impact.item()),
            impact.entity().key());
    return impact.inherited() ? texts.get("review.reason.inherited", words) : words;
  }

  private static String nameOf(String item) {
    return EntityKey.parse(item).map(EntityKey::key).orElse(item);
  }

  private String whom(ReviewRow.Reason row) {
    if (row.impact().level() != SemverLevel.MAJOR) {
      return "";
    }
    return switch (row.answer()) {
      case null -> texts.get("review.reason.looking");
      case Witness.Invalidated shown ->
          texts.get(
              shown.generated() ? "review.reason.madeup" : "review.reason.real",
              shown.entity().toString(),
              finding(shown));
      case Witness.NoLongerMember(EntityKey owner, EntityKey member) ->
          texts.get("review.reason.member", owner.key(), member.key());
      case Witness.OutsideTheRepository outside -> texts.get("review.reason.outside");
    };
  }

  private String finding(Witness.Invalidated shown) {
    Optional<Finding> first = shown.findings().stream().findFirst();
    return first.map(found -> FindingLine.message(texts, found)).orElse("");
  }
}
