package org.ontodraft.app.ui.control.diff;

import javafx.scene.control.Label;
import javafx.scene.layout.HBox;
import javafx.scene.layout.Priority;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.Icon;
import org.ontodraft.model.validation.Finding;

/** A finding: how much it matters, what it says, and where. */
public final class FindingLine extends HBox {
  /** Shows a finding. */
  public FindingLine(Texts texts, Finding finding) {
    getStyleClass().add("finding-line");
    String message = message(texts, finding);
    String where = finding.key() + (finding.pointer().isEmpty() ? "" : " " + finding.pointer());
    Label text = new Label(message);
    text.setWrapText(true);
    Label place = new Label(where);
    place.getStyleClass().addAll("mono-text", "muted-text");
    VBox body = new VBox(text, place);
    HBox.setHgrow(body, Priority.ALWAYS);
    getChildren()
        .addAll(
            Icon.named(
                Glyph.of(finding.severity()), texts.severity(finding.severity()), "strong-icon"),
            body);
    setAccessibleText(texts.severity(finding.severity()) + ", " + message + ", " + where);
  }

  /** What a finding says, in words. */
  public static String message(Texts texts, Finding finding) {
    return texts
        .find("finding." + finding.rule(), finding.arguments().toArray())
        .orElseGet(() -> finding.rule() + " " + String.join(", ", finding.arguments()));
  }
}
