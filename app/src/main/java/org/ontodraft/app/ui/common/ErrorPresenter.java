package org.ontodraft.app.ui.common;

import java.util.List;
import java.util.Locale;
import org.ontodraft.app.service.Refusal;
import org.ontodraft.app.task.TaskFailure;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Gives refusals and faults their words and shows them. FX thread. */
public final class ErrorPresenter {
  private static final Logger LOG = LoggerFactory.getLogger(ErrorPresenter.class);

  private final Texts texts;
  private final NoticeBoard board;

  /** Shows on this board. */
  public ErrorPresenter(Texts texts, NoticeBoard board) {
    this.texts = texts;
    this.board = board;
  }

  /** Shows why something was not done. */
  public void show(Refusal refusal) {
    board.show(notice(refusal));
  }

  /** Shows a fault that nobody expected, and writes it to the log with the same code. */
  public void show(TaskFailure failure) {
    String code = codeOf(failure.cause());
    LOG.error("{} in task {}", code, failure.task(), failure.cause());
    board.show(
        new Notice(
            Notice.Kind.ERROR,
            texts.get("fault.title"),
            texts.get("fault.text", failure.cause().getClass().getSimpleName()),
            texts.get("fault.safe"),
            texts.get("fault.next"),
            code,
            List.of()));
  }

  /** The words for a refusal. One without texts of its own is shown with its code and arguments. */
  public Notice notice(Refusal refusal) {
    Object[] arguments = refusal.arguments().toArray();
    String key = "refusal." + refusal.code() + ".";
    return new Notice(
        Notice.Kind.ERROR,
        texts.find(key + "title", arguments).orElseGet(() -> texts.get("refusal.unknown.title")),
        texts.find(key + "text", arguments).orElseGet(() -> String.join(", ", refusal.arguments())),
        texts.find(key + "safe", arguments).orElse(""),
        texts.find(key + "next", arguments).orElse(""),
        refusal.code(),
        List.of());
  }

  /** The same fault at the same place has the same code on every computer. */
  static String codeOf(Throwable fault) {
    int hash = fault.getClass().getName().hashCode();
    for (StackTraceElement frame : fault.getStackTrace()) {
      if (frame.getClassName().startsWith("org.ontodraft.")) {
        hash = 31 * hash + (frame.getClassName() + frame.getMethodName()).hashCode();
        break;
      }
    }
    return "FAULT-" + String.format(Locale.ROOT, "%04X", hash & 0xFFFF);
  }
}
