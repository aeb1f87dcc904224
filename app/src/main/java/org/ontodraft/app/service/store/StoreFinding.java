package org.ontodraft.app.service.store;

import java.util.List;

/**
 * Something in a store that is not as it must be. The bundle holds, under {@code check.<code>.},
 * what is wrong ({@code text}) and what to do ({@code next}).
 */
public record StoreFinding(String code, List<String> arguments) {
  public StoreFinding {
    arguments = List.copyOf(arguments);
  }
}
