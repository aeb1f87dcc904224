package org.ontodraft.app.ui.common;

import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import javafx.collections.FXCollections;
import javafx.collections.ObservableList;

/** The notices of the window, newest first; the window shows them without blocking. FX thread. */
public final class NoticeBoard {
  private static final int KEPT = 5;

  private final ObservableList<Notice> notices = FXCollections.observableArrayList();
  private final ObservableList<Notice> view = FXCollections.unmodifiableObservableList(notices);

  /** Those that are not about what is open; compared as the very ones that were shown. */
  private final Set<Notice> lasting = Collections.newSetFromMap(new IdentityHashMap<>());

  /** What is shown. */
  public ObservableList<Notice> notices() {
    return view;
  }

  /** Shows a notice; one that says the same is replaced. */
  public void show(Notice notice) {
    removeIf(other ->
        other.title().equals(notice.title())
            && other.code().equals(notice.code())
            && other.text().equals(notice.text()));
    notices.addFirst(notice);
    while (notices.size() - lasting.size() > KEPT) {
      notices.remove(lastOfAnyOther());
    }
  }

  /**
   * Shows a notice about the program or this computer, which is as true of what is opened next: it
   * stays until a person takes it away.
   */
  public void showLasting(Notice notice) {
    show(notice);
    lasting.add(notice);
  }

  /** Takes a notice away. */
  public void dismiss(Notice notice) {
    removeIf(notice::equals);
  }

  /** Takes all notices about what was open away. */
  public void clear() {
    removeIf(notice -> !lasting.contains(notice));
  }

  private Notice lastOfAnyOther() {
    return notices.reversed().stream()
        .filter(notice -> !lasting.contains(notice))
        .findFirst()
        .orElseThrow();
  }

  private void removeIf(Predicate<Notice> gone) {
    List<Notice> going = notices.stream().filter(gone).toList();
    lasting.removeAll(going);
    notices.removeAll(going);
  }
}
