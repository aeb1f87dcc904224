package org.ontodraft.app.ui.submit;

import java.util.List;
import javafx.beans.property.SimpleStringProperty;
import javafx.beans.property.StringProperty;
import org.jspecify.annotations.Nullable;
import org.ontodraft.app.service.submit.IssueLinks;
import org.ontodraft.app.service.submit.SubmitPreview;

/** Title and description, as they are suggested and typed. FX thread. */
final class DescriptionModel {
  /** The longest title that lists of pull requests show whole. */
  static final int TITLE_LENGTH = 72;

  private final StringProperty title = new SimpleStringProperty("");
  private final StringProperty body = new SimpleStringProperty("");
  private final StringProperty issues = new SimpleStringProperty("");
  private @Nullable SubmitPreview suggested;

  /** Takes up a suggestion; words that were typed stay. */
  void suggest(SubmitPreview preview) {
    @Nullable SubmitPreview before = suggested;
    suggested = preview;
    if (before == null || title.get().equals(before.title())) {
      title.set(preview.title());
    }
    if (before == null || body.get().equals(before.body())) {
      body.set(preview.body());
    }
  }

  /** Takes title and description from the changes, whatever was typed. */
  void suggestAgain() {
    @Nullable SubmitPreview preview = suggested;
    if (preview != null) {
      title.set(preview.title());
      body.set(preview.body());
    }
  }

  /** Issues to be closed, as they are typed. */
  StringProperty issues() {
    return issues;
  }

  /** What of the typed issues is none; empty when all are. */
  List<String> unknownIssues() {
    return IssueLinks.typed(issues.get()).unknown();
  }

  /** The description as it is sent: the issues are at its end. */
  String whole() {
    return IssueLinks.typed(issues.get()).in(body.get());
  }

  StringProperty title() {
    return title;
  }

  StringProperty body() {
    return body;
  }
}
