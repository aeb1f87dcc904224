package org.ontodraft.app.testing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.List;
import java.util.stream.Stream;

/** Looks for a token where it must never be. */
public final class Canary {
  private Canary() {}

  /** No file below a folder holds the token, as it is or as a header of HTTP holds it. */
  public static void isNowhereBelow(Path folder, String token) {
    List<String> forms =
        List.of(
            token,
            Base64.getEncoder()
                .encodeToString(("x-access-token:" + token).getBytes(StandardCharsets.UTF_8)));
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        String bytes = Files.readString(file, StandardCharsets.ISO_8859_1);
        for (String form : forms) {
          assertThat(bytes.contains(form)).as("the token in " + file).isFalse();
        }
      }
    } catch (IOException failure) {
      throw new UncheckedIOException(failure);
    }
  }
}
