package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** What is shown, and for how long. */
class NoticeBoardTest {
  private final NoticeBoard board = new NoticeBoard();

  private static Notice notice(String title) {
    return new Notice(Notice.Kind.INFO, title, "", "", "", "", List.of());
  }

  private List<String> titles() {
    return board.notices().stream().map(Notice::title).toList();
  }

  @Test
  void what_is_about_the_computer_stays_when_what_was_open_goes() {
    board.showLasting(notice("no keychain"));
    board.show(notice("not fetched"));
    board.clear();
    assertThat(titles()).containsExactly("no keychain");
  }

  @Test
  void many_others_do_not_push_it_out() {
    board.showLasting(notice("no keychain"));
    for (int i = 1; i <= 9; i++) {
      board.show(notice("no. " + i));
    }
    assertThat(titles())
        .containsExactly("no. 9", "no. 8", "no. 7", "no. 6", "no. 5", "no keychain");
  }

  @Test
  void it_is_there_once_and_goes_when_a_person_takes_it_away() {
    board.showLasting(notice("no keychain"));
    board.showLasting(notice("no keychain"));
    assertThat(titles()).containsExactly("no keychain");
    board.dismiss(board.notices().getFirst());
    assertThat(titles()).isEmpty();
    board.show(notice("no keychain"));
    board.clear();
    assertThat(titles()).as("said again as one that does not last").isEmpty();
  }
}
