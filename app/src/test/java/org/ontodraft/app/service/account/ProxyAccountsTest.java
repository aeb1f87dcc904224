package org.ontodraft.app.service.account;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.PasswordAuthentication;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.secret.MemorySecretStore;
import org.ontodraft.app.secret.Origin;
import org.ontodraft.app.secret.Secret;

/** Who a person is at proxies. */
class ProxyAccountsTest {
  private static final Origin PROXY = Origin.of("http", "proxy.test", 3128);

  private final MemorySecretStore secrets = new MemorySecretStore();

  private ProxyAccounts accounts(String named) {
    return new ProxyAccounts(
        new SystemProxies(Map.of("https_proxy", named), Optional.empty()), secrets);
  }

  private static String login(ProxyAccounts accounts, int port) {
    return accounts.find("proxy.test", port).map(ProxyAccountsTest::words).orElse("nobody");
  }

  private static String words(PasswordAuthentication login) {
    return login.getUserName() + " " + new String(login.getPassword());
  }

  @Test
  void whatWasTypedOnceIsKeptLikeATokenUntilItIsForgotten() {
    ProxyAccounts typed = accounts("http://proxy.test:3128");
    assertThat(login(typed, 3128)).isEqualTo("nobody");
    assertThat(typed.proxyOf(URI.create("https://forge.test/a"))).contains(PROXY);
    assertThat(typed.proxyOf(URI.create("http://forge.test/a"))).isEmpty();
    try (Secret password = Secret.of("s:cret")) {
      typed.keep(PROXY, "ada", password);
    }
    assertThat(login(typed, 3128)).isEqualTo("ada s:cret");
    assertThat(login(typed, 3129)).as("another proxy").isEqualTo("nobody");

    ProxyAccounts atTheNextStart = accounts("http://proxy.test:3128");
    assertThat(atTheNextStart.keeps(PROXY)).isTrue();
    assertThat(login(atTheNextStart, 3128)).isEqualTo("ada s:cret");
    atTheNextStart.forget(PROXY);
    assertThat(login(atTheNextStart, 3128)).isEqualTo("nobody");
    assertThat(secrets.find(PROXY)).isEmpty();
  }

  @Test
  void whatTheEnvironmentNamesComesFirst() {
    try (Secret password = Secret.of("typed")) {
      accounts("http://proxy.test:3128").keep(PROXY, "ada", password);
    }
    assertThat(login(accounts("http://eve:named%21@proxy.test:3128"), 3128))
        .isEqualTo("eve named!");
  }

  @Test
  void whatIsTypedInThisRunComesBeforeWhatTheEnvironmentNames() {
    ProxyAccounts refused = accounts("http://eve:old@proxy.test:3128");
    assertThat(login(refused, 3128)).isEqualTo("eve old");
    try (Secret password = Secret.of("typed")) {
      refused.keep(PROXY, "ada", password);
    }
    assertThat(login(refused, 3128)).isEqualTo("ada typed");
    assertThat(refused.userAt(PROXY)).contains("ada");
    refused.forget(PROXY);
    assertThat(login(refused, 3128)).isEqualTo("eve old");
  }
}
