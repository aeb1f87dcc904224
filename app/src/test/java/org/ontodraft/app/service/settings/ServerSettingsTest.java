package org.ontodraft.app.service.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ontodraft.app.forge.ForgeDirectory;
import org.ontodraft.app.forge.ForgeDirectory.Detection;
import org.ontodraft.app.git.Remote;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;
import org.ontodraft.app.secret.SecretStore.Kept;
import org.ontodraft.app.service.settings.ServerAddress.Parsed;
import org.ontodraft.app.service.settings.Settings.Recent;
import org.ontodraft.app.service.workspace.OpenRequest;

class ServerSettingsTest {
  private static final String TOKEN = "gho_never_in_a_file";
  private static final Origin GITHUB = Origin.of("https", "github.com", 0);
  private static final Origin HOUSE = Origin.of("https", "git.example.org", 0);

  @TempDir Path folder;
  private SettingsFile settings;
  private ServerSettings servers;

  @BeforeEach
  void start() {
    settings = new SettingsFile(folder.resolve("settings.json"));
    servers =
        new ServerSettings(settings, new ListedSecretStore(new MemorySecretStore(), settings));
  }

  private List<String> listed() {
    return servers.list().stream().map(server -> server.origin().toString()).toList();
  }

  @Test
  void named_used_and_known_servers_are_listed_once_by_name() {
    settings.update(now ->
        now.withForgeApis(Map.of("ghe.example.org", "https://ghe.example.org/api/v3"))
            .withRecent(
                List.of(
                    recent(new OpenRequest.Address("https://git.example.org/a/b")),
                    recent(new OpenRequest.Address("git@ssh.example.org:a/b")),
                    recent(new OpenRequest.Sample()))));
    servers.add(HOUSE);
    servers.add(Origin.of("http", "127.0.0.1", 3000));

    assertThat(listed())
        .containsExactly(
            "http://127.0.0.1:3000",
            "https://ghe.example.org",
            "https://git.example.org",
            "https://github.com");
    assertThat(servers.server(HOUSE).removable()).as("the recent list names it, too").isFalse();
  }

  private static Recent recent(OpenRequest request) {
    return new Recent(request, "x", "", 0, Instant.EPOCH);
  }

  @Test
  void a_token_is_kept_said_and_forgotten_and_never_in_the_file() throws IOException {
    assertThat(servers.keepToken(HOUSE, Secret.of(TOKEN))).isEqualTo(Kept.SESSION_ONLY);

    assertThat(servers.server(HOUSE))
        .isEqualTo(new Server(HOUSE, Optional.of(Kept.SESSION_ONLY), Optional.empty(), "", true));
    assertThat(listed()).contains("https://git.example.org");
    assertThat(Files.readString(folder.resolve("settings.json")))
        .contains("https://git.example.org")
        .doesNotContain(TOKEN);

    servers.remove(HOUSE);
    servers.add(HOUSE);
    assertThat(servers.server(HOUSE).token()).isEmpty();
    assertThat(listed()).contains("https://git.example.org");

    servers.remove(HOUSE);
    assertThat(listed()).containsExactly("https://github.com");
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://git.example.org, https://git.example.org/api/v3",
    "https://git.example.org:8443, https://git.example.org:8443/api/v3",
    "http://127.0.0.1:3000, http://127.0.0.1:3000/api/v3",
  })
  void the_forge_of_a_server_is_found_by_the_address_that_was_named(String server, String api) {
    Parsed.Accepted accepted = (Parsed.Accepted) ServerAddress.server(server);
    servers.nameApi(accepted.origin(), api);

    Remote remote = ((Remote.Parsed.Accepted) Remote.parse(server + "/acme/onto.git")).remote();
    assertThat(new ForgeDirectory(settings.settings().get().forgeApis()).detect(remote))
        .isInstanceOfSatisfying(
            Detection.Known.class, known -> assertThat(known.repository().api()).hasToString(api));
    assertThat(servers.server(accepted.origin()).api()).isEqualTo(api);
    assertThat(listed()).contains(server);

    servers.nameApi(accepted.origin(), "");
    assertThat(settings.settings().get().forgeApis()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "git.example.org, https://git.example.org",
    " GIT.example.org:8443/ , https://git.example.org:8443",
    "https://git.example.org/acme/onto.git, https://git.example.org",
    "http://127.0.0.1:3000, http://127.0.0.1:3000",
    "http://localhost/a, http://localhost",
    "'', EMPTY",
    "http://git.example.org, PLAIN_HTTP",
    "ssh://git.example.org/a, SCHEME",
    "https://ana:secret@git.example.org, EXTRAS",
    "https://git.example.org/?a=b, EXTRAS",
    "a b, MALFORMED",
    "https://, MALFORMED",
    "https:///path, MALFORMED",
  })
  void a_server_is_read_from_what_people_type(String typed, String expected) {
    assertThat(said(ServerAddress.server(typed))).isEqualTo(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({
    "https://git.example.org/api/v3/, https://git.example.org/api/v3",
    "http://127.0.0.1:3000/api/v3, http://127.0.0.1:3000/api/v3",
    "git.example.org/api/v3, MALFORMED",
    "http://git.example.org/api/v3, PLAIN_HTTP",
    "ftp://git.example.org, SCHEME",
    "https://token@git.example.org/api, EXTRAS",
    "'  ', EMPTY",
  })
  void an_api_is_a_whole_address(String typed, String expected) {
    assertThat(
            switch (ServerAddress.api(typed)) {
              case Parsed.Accepted accepted -> accepted.text();
              case Parsed.Refused refused -> refused.problem().name();
            })
        .isEqualTo(expected);
  }

  private static String said(Parsed parsed) {
    return switch (parsed) {
      case Parsed.Accepted accepted -> accepted.origin().toString();
      case Parsed.Refused refused -> refused.problem().name();
    };
  }

  @Test
  void the_usual_server_is_there_before_anything_was_opened() {
    assertThat(listed()).containsExactly("https://github.com");
    assertThat(servers.server(GITHUB).removable()).isFalse();
  }
}
