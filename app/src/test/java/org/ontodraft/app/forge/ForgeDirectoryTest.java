package org.ontodraft.app.forge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.forge.ForgeDirectory.Detection;
import org.ontodraft.app.git.Remote;

class ForgeDirectoryTest {
  private static final ForgeDirectory DIRECTORY =
      new ForgeDirectory(
          Map.of(
              "Git.Example.org", "https://git.example.org/api/v3/",
              "lab.example.org", "https://lab.example.org/api/v4",
              "tea.example.org", "https://tea.example.org/api/v1/",
              "127.0.0.1:8080", "http://127.0.0.1:8080/api/v3",
              "plain.example.org", "http://plain.example.org/api/v3",
              "user.example.org", "https://u:p@user.example.org/api/v3",
              "odd.example.org", "not an address"));

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          D01 github                  | https://github.com/acme/ontology.git    | https://api.github.com acme/ontology for https://github.com
          D02 without .git            | https://github.com/acme/ontology/       | https://api.github.com acme/ontology for https://github.com
          D03 short ssh form          | git@github.com:acme/my.ontology.git     | https://api.github.com acme/my.ontology for https://github.com
          D04 ssh                     | ssh://git@github.com/acme/ontology.git  | https://api.github.com acme/ontology for https://github.com
          D05 ssh over the https port | ssh://git@ssh.github.com:443/acme/o.git | https://api.github.com acme/o for https://github.com
          D06 enterprise              | https://git.example.org/acme/ontology   | https://git.example.org/api/v3 acme/ontology for https://git.example.org
          D07 by port                 | http://127.0.0.1:8080/acme/ontology     | http://127.0.0.1:8080/api/v3 acme/ontology for http://127.0.0.1:8080
          D08 other port              | http://127.0.0.1:8081/acme/ontology     | unknown
          D09 gitlab                  | https://gitlab.com/acme/ontology        | https://gitlab.com/api/v4 acme/ontology for https://gitlab.com
          D19 groups of gitlab        | git@gitlab.com:acme/lab/ontology.git    | https://gitlab.com/api/v4 acme/lab/ontology for https://gitlab.com
          D20 codeberg                | https://codeberg.org/acme/ontology.git  | https://codeberg.org/api/v1 acme/ontology for https://codeberg.org
          D21 gitlab of one's own     | https://lab.example.org/a/b/c           | https://lab.example.org/api/v4 a/b/c for https://lab.example.org
          D22 forgejo of one's own    | https://tea.example.org/a/b             | https://tea.example.org/api/v1 a/b for https://tea.example.org
          D23 dots within groups      | https://gitlab.com/acme/../ontology     | unknown
          D24 another host            | https://bitbucket.example.org/a/b       | unknown
          D10 look-alike              | https://github.com.example.org/a/b      | unknown
          D11 a path too deep         | https://github.com/acme/group/ontology  | unknown
          D12 an owner alone          | https://github.com/acme                 | unknown
          D13 dots for a name         | https://github.com/acme/..              | unknown
          D14 escaped slash           | https://github.com/acme/a%2Fb           | unknown
          D15 a folder                | /srv/git/acme/ontology.git              | unknown
          D16 plain http API          | https://plain.example.org/a/b           | unusable http://plain.example.org/api/v3
          D17 password in the API     | https://user.example.org/a/b            | unusable https://u:p@user.example.org/api/v3
          D18 no address              | https://odd.example.org/a/b             | unusable not an address
          """)
  void detects(String id, String address, String expected) {
    Remote remote = ((Remote.Parsed.Accepted) Remote.parse(address)).remote();
    String actual =
        switch (DIRECTORY.detect(remote)) {
          case Detection.Known(ForgeRepository repository) ->
              repository.api() + " " + repository.fullName() + " for " + repository.web();
          case Detection.Unknown() -> "unknown";
          case Detection.UnusableApi(String host, String api) -> "unusable " + api;
        };
    assertThat(actual).isEqualTo(expected);
  }
}
