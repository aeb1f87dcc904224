package org.ontodraft.app.ui.common;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.TaskFailure;

class ErrorPresenterTest {
  private final NoticeBoard board = new NoticeBoard();
  private final ErrorPresenter presenter = new ErrorPresenter(Texts.load(), board);

  @Test
  void aRefusalWithoutTextsKeepsItsCodeAndArguments() {
    presenter.show(Refusal.of("NEW-99", "/some/path", "a reason"));
    assertThat(board.notices())
        .singleElement()
        .satisfies(notice -> {
          assertThat(notice.code()).isEqualTo("NEW-99");
          assertThat(notice.text()).isEqualTo("/some/path, a reason");
        });
  }

  @Test
  void aFaultHasTheSameCodeEachTime() {
    presenter.show(new TaskFailure("load", fault()));
    presenter.show(new TaskFailure("load", fault()));
    assertThat(board.notices())
        .singleElement()
        .satisfies(notice -> assertThat(notice.code()).matches("FAULT-[0-9A-F]{4}"));
  }

  @Test
  void theBoardKeepsTheNewest() {
    for (int i = 0; i < 9; i++) {
      presenter.show(Refusal.of("NEW-0" + i));
    }
    assertThat(board.notices()).extracting(Notice::code).startsWith("NEW-08", "NEW-07").hasSize(5);
  }

  private static IllegalStateException fault() {
    return new IllegalStateException("detail");
  }
}
