package org.ontodraft.app.ui.common;

import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notices of the window, newest first; the window shows them without blocking. FX thread. */
public final class NoticeBoard {
  private static final int KEPT = 5;

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(notices);

  /** What is shown. */
  public ObservableList<Notice> notices() {
    return view;
  }

  /** Shows a notice; one that says the same is replaced. */
  public void show(Notice notice) {
    notices.removeIf(other ->
        other.title().equals(notice.title())
            && other.code().equals(notice.code())
            && other.text().equals(notice.text()));
    notices.addFirst(notice);
    if (notices.size() > KEPT) {
      notices.removeLast();
    }
  }

  /** Takes a notice away. */
  public void dismiss(Notice notice) {
    notices.remove(notice);
  }

  /** Takes all notices away. */
  public void clear() {
    notices.clear();
  }
}
