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

  /** A token as it is, and as headers of HTTP hold it. */
  static List<String> forms(String token) {
    return Stream.of("", "x-access-token:", "oauth2:", "ada:")
        .map(user ->
            user.isEmpty()
                ? token
                : Base64.getEncoder()
                    .encodeToString((user + token).getBytes(StandardCharsets.UTF_8)))
        .toList();
  }

  /** No file below a folder holds the token, as it is or as a header of HTTP holds it. */
  public static void isNowhereBelow(Path folder, String token) {
    List<String> forms = forms(token);
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
