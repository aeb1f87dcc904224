package org.ontodraft.app.git;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.git.Remote.Parsed;
import org.ontodraft.app.secret.Origin;

class RemoteTest {
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          R01 https                | https://Example.org/a/b.git        | Http https://example.org/a/b.git
          R02 trailing slash       | https://example.org/a/b/           | Http https://example.org/a/b
          R03 a user is dropped    | https://ada@example.org/a/b        | Http https://example.org/a/b
          R04 a password is not    | https://ada:pw@example.org/a/b     | PASSWORD
          R05 a port               | https://example.org:8443/a/b       | Http https://example.org:8443/a/b
          R06 plain http           | http://example.org/a/b             | PLAIN_HTTP
          R07 plain http to itself | http://127.0.0.1:8080/a/b          | Http http://127.0.0.1:8080/a/b
          R08 localhost            | http://localhost/a/b               | Http http://localhost/a/b
          R09 looks like localhost | http://127.0.0.1.example.org/a/b   | PLAIN_HTTP
          R10 no path              | https://example.org/               | MALFORMED
          R11 a query              | https://example.org/a?b=c          | MALFORMED
          R12 short ssh            | git@example.org:a/b.git            | Ssh git@example.org:a/b.git
          R13 short ssh, no user   | example.org:a/b.git                | Ssh example.org:a/b.git
          R14 ssh                  | ssh://git@example.org:2222/a/b     | Ssh ssh://git@example.org:2222/a/b
          R15 ssh, home            | ssh://git@example.org:2222/~/a/b   | Ssh ssh://git@example.org:2222/~/a/b
          R16 ssh with a password  | ssh://git:pw@example.org/a/b       | PASSWORD
          R17 ssh option as host   | ssh://-oProxyCommand=x/a           | MALFORMED
          R18 option as short host | -oProxyCommand=x:a                 | MALFORMED
          R19 starts a program     | ext::sh -c whoami                  | SCHEME
          R20 Git's own protocol   | git://example.org/a/b              | SCHEME
          R21 ftp                  | ftp://example.org/a/b              | SCHEME
          R22 a path               | /srv/git/a b.git                   | Folder /srv/git/a b.git
          R23 a file address       | file:///srv/git/a%20b.git          | Folder /srv/git/a b.git
          R24 unescaped            | file:///srv/git/a b%.git           | Folder /srv/git/a b%.git
          R25 dots in a path       | /srv/git/../git/a.git              | Folder /srv/git/a.git
          R26 relative             | ../upstream.git                    | RELATIVE
          R27 a word               | upstream                           | RELATIVE
          R28 nothing              | ' '                                | EMPTY
          R29 javascript           | javascript://example.org/%0aalert  | SCHEME
          """)
  void parses(String id, String text, String expected) {
    String actual =
        switch (Remote.parse(text)) {
          case Parsed.Refused refused -> refused.problem().name();
          case Parsed.Accepted accepted -> {
            Remote remote = accepted.remote();
            assertThat(Remote.parse(remote.address())).isEqualTo(accepted);
            yield remote.getClass().getSimpleName() + " " + remote.address();
          }
        };
    assertThat(actual).isEqualTo(expected);
  }

  @Test
  void controlCharactersAreRefused() {
    assertThat(Remote.parse("https://example.org/a\nb"))
        .isEqualTo(new Parsed.Refused(Remote.Problem.MALFORMED));
  }

  @Test
  void aFileIsABundle(@TempDir Path folder) throws Exception {
    Path file = Files.writeString(folder.resolve("o.bundle"), "x");
    assertThat(Remote.of(file)).isEqualTo(new Remote.Bundle(file));
    assertThat(Remote.parse(file.toString()))
        .isEqualTo(new Parsed.Accepted(new Remote.Bundle(file)));
  }

  @Test
  void onlyHttpHasAnOriginForCredentials() {
    assertThat(remote("https://example.org/a/b").origin())
        .contains(new Origin("https", "example.org", 443));
    assertThat(remote("git@example.org:a/b").origin()).isEmpty();
    assertThat(remote("git@example.org:a/b.git").repositoryPath()).isEqualTo("a/b");
    assertThat(remote("/srv/a.git").host()).isEmpty();
  }

  private static Remote remote(String address) {
    return ((Parsed.Accepted) Remote.parse(address)).remote();
  }
}
