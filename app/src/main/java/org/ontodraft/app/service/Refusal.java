package org.ontodraft.app.service;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Why something was not done, for a person. The bundle holds, under {@code refusal.<code>.}, the
 * texts {@code title} (what happened), {@code text} (where and why, filled with the arguments) and
 * {@code next} (what to do).
 *
 * @param code short and stable, such as {@code GIT-02}; people quote it
 * @param arguments paths, addresses, reasons; never a token
 */
public record Refusal(String code, List<String> arguments) {
  public Refusal {
    arguments = List.copyOf(arguments);
  }

  /** A refusal with its arguments in order. */
  public static Refusal of(String code, @Nullable Object... arguments) {
    return new Refusal(code, Arrays.stream(arguments).map(String::valueOf).toList());
  }
}
