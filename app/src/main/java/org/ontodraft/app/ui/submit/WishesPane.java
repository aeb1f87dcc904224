package org.ontodraft.app.ui.submit;

import java.util.List;
import javafx.beans.property.StringProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.layout.FlowPane;
import javafx.scene.layout.VBox;
import org.ontodraft.app.ui.common.Texts;
import org.ontodraft.app.ui.control.Glyph;
import org.ontodraft.app.ui.control.HiddenCharacters;
import org.ontodraft.app.ui.control.Icon;

/** What is wanted of a pull request beside its words: who reviews it, its labels, where it goes. */
final class WishesPane extends VBox {
  private final Texts texts;
  private final ReviewersModel people;
  private final TextField reviewers;
  private final FlowPane suggested = new FlowPane();
  private final TargetField into;

  WishesPane(WishesModel wishes, ReviewersModel people, TargetModel target, Texts texts) {
    this.texts = texts;
    this.people = people;
    this.into = new TargetField(target, texts);
    this.reviewers = names("reviewers", "submit.reviewers", wishes.reviewers());
    getStyleClass().add("submit-pane");
    suggested.setId("suggested");
    suggested.getStyleClass().add("suggested-reviewers");
    Label lately = new Label();
    lately.setId("lately");
    lately.setWrapText(true);
    lately.getStyleClass().addAll("small-text", "muted-text");
    lately.textProperty().bind(people.note());
    lately.visibleProperty().bind(people.note().isNotEmpty());
    lately.managedProperty().bind(people.note().isNotEmpty());
    people.suggested().subscribe(this::offer);
    CheckBox asDraft = new CheckBox(texts.get("submit.draft"));
    asDraft.setId("asDraft");
    asDraft.setWrapText(true);
    asDraft.selectedProperty().bindBidirectional(wishes.asDraft());
    TextField labels = names("labels", "submit.labels", wishes.labels());
    getChildren()
        .addAll(
            heading("submit.reviewers", reviewers),
            reviewers,
            suggested,
            lately,
            heading("submit.labels", labels),
            labels,
            heading("submit.into", into),
            into,
            asDraft);
  }

  /** The branch that is merged into when nothing is typed. */
  void usual(String branch) {
    into.usual(branch);
  }

  private Label heading(String key, Node of) {
    Label heading = new Label(texts.get(key));
    heading.getStyleClass().add("strong-text");
    heading.setLabelFor(of);
    return heading;
  }

  private TextField names(String id, String name, StringProperty typed) {
    TextField field = new TextField();
    field.setId(id);
    field.setPromptText(texts.get("submit.names.prompt"));
    field.setAccessibleText(texts.get(name));
    field.textProperty().bindBidirectional(typed);
    return field;
  }

  private void offer(List<String> logins) {
    suggested.getChildren().setAll(logins.stream().map(this::button).toList());
    suggested.setVisible(!logins.isEmpty());
    suggested.setManaged(!logins.isEmpty());
  }

  private Button button(String login) {
    Button button = new Button(HiddenCharacters.shown(login), new Icon(Glyph.PLUS, "small-icon"));
    button.getStyleClass().add("compact");
    button.setAccessibleText(texts.get("submit.reviewers.ask", login));
    button.setOnAction(event -> {
      reviewers.requestFocus(); // the button goes with the name
      people.add(login);
      reviewers.end();
    });
    return button;
  }
}
