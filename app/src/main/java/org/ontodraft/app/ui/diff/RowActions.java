package org.ontodraft.app.ui.diff;

import java.util.List;
import java.util.function.Consumer;
import org.ontodraft.app.service.review.EntityReview;
import org.ontodraft.model.entity.EntityKey;

/** What the buttons in the rows do. */
interface RowActions {
  void toggle(ReviewRow row);

  void revert(ReviewRow row);

  void explain(ReviewRow row);

  void tick(EntityReview review, boolean reviewed);

  void split(EntityKey key);

  void open(EntityKey key);

  void goTo(EntityKey key);

  void copyFile(EntityReview review);

  void copyPatch(EntityReview review);

  void answer(ReviewRow.Comment row);

  void take(ReviewRow.Comment row, int suggestion);

  void pictures(EntityKey key, Consumer<List<ReviewPictures.Compared>> answer);
}
