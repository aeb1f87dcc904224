package org.ontodraft.app.ui.submit;

import java.util.Arrays;
import java.util.List;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.ontodraft.app.forge.ReviewRequest;
import org.ontodraft.app.service.submit.Wishes;

/** What is wanted of a pull request beside its words, as it is typed. FX thread. */
final class WishesModel {
  private final StringProperty reviewers = new SimpleStringProperty("");
  private final StringProperty labels = new SimpleStringProperty("");
  private final StringProperty into = new SimpleStringProperty("");
  private final BooleanProperty asDraft = new SimpleBooleanProperty(false);

  /** User names of reviewers. */
  StringProperty reviewers() {
    return reviewers;
  }

  /** Names of labels. */
  StringProperty labels() {
    return labels;
  }

  /** The branch to merge into; empty for the usual one. */
  StringProperty into() {
    return into;
  }

  /** Whether a new pull request is opened as a draft. */
  BooleanProperty asDraft() {
    return asDraft;
  }

  /** The reviewers that are typed. */
  List<String> reviewerNames() {
    return names(reviewers);
  }

  Wishes wishes() {
    return new Wishes(
        asDraft.get(), new ReviewRequest(names(reviewers), names(labels)), into.get().strip());
  }

  private static List<String> names(StringProperty typed) {
    return Arrays.stream(typed.get().split("[,;]+"))
        .map(name -> name.strip().replaceFirst("^@", ""))
        .filter(name -> !name.isEmpty())
        .toList();
  }
}
