package org.ontodraft.app.ui.settings;

import java.nio.file.Path;
import java.util.function.UnaryOperator;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.ReadOnlyBooleanProperty;
import javafx.beans.property.ReadOnlyBooleanWrapper;
import javafx.beans.property.ReadOnlyStringProperty;
import javafx.beans.property.ReadOnlyStringWrapper;
import javafx.beans.property.SimpleBooleanProperty;
import org.ontodraft.app.network.AuthorityFiles;
import org.ontodraft.app.network.SystemProxies;
import org.ontodraft.app.service.account.ProxyAccounts;
import org.ontodraft.app.service.settings.Connections;
import org.ontodraft.app.service.settings.SettingsService;
import org.ontodraft.app.task.BackgroundTask;
import org.ontodraft.app.task.TaskRunner;
import org.ontodraft.app.ui.common.Texts;

/** Proxies, certificates and SSH. FX thread. */
final class ConnectionViewModel {
  private final SettingsService settings;
  private final TaskRunner tasks;
  private final Texts texts;
  private final AuthorityFiles files = new AuthorityFiles(System.getenv());

  /** An address that is reached as most are. */
  static final String USUAL = "https://github.com/";

  private final ProxyAccounts proxies;
  private final ReadOnlyBooleanWrapper throughProxy = new ReadOnlyBooleanWrapper();
  private final ReadOnlyBooleanWrapper signedIn = new ReadOnlyBooleanWrapper();
  private final ReadOnlyStringWrapper proxy = new ReadOnlyStringWrapper("");
  private final ReadOnlyStringWrapper authorities = new ReadOnlyStringWrapper("");
  private final ReadOnlyBooleanWrapper chosen = new ReadOnlyBooleanWrapper();
  private final BooleanProperty sshProgram = new SimpleBooleanProperty();

  ConnectionViewModel(
      SettingsService settings, ProxyAccounts proxies, TaskRunner tasks, Texts texts) {
    this.settings = settings;
    this.proxies = proxies;
    this.tasks = tasks;
    this.texts = texts;
    proxy.set(
        proxies
            .named()
            .map(named -> texts.get("connection.proxy.environment", named))
            .orElseGet(() -> texts.get("connection.proxy.system")));
    showProxy();
    Connections now = settings.settings().get().connections();
    sshProgram.set(now.sshProgram());
    sshProgram.subscribe((before, use) -> change(all -> all.withSshProgram(use)));
    show(now.authorities());
  }

  /** Looks whether a proxy is used, and whether one is known there. */
  void showProxy() {
    tasks.latest(
        "proxy-standing",
        BackgroundTask.of(
                "proxy",
                progress -> proxies.proxyOf(SystemProxies.target(USUAL)).map(proxies::keeps))
            .onSuccess(known -> {
              throughProxy.set(known.isPresent());
              signedIn.set(known.orElse(false));
            }));
  }

  /** Forgets who one is at the proxy. */
  void signOut() {
    tasks.inOrder(
        "token",
        BackgroundTask.of(
                "sign out at proxy",
                progress -> {
                  proxies.proxyOf(SystemProxies.target(USUAL)).ifPresent(proxies::forget);
                  return USUAL;
                })
            .onSuccess(done -> showProxy()));
  }

  /** Whether servers are usually reached through a proxy that may ask who one is. */
  ReadOnlyBooleanProperty throughProxy() {
    return throughProxy.getReadOnlyProperty();
  }

  /** Whether a user name and password are kept for it. */
  ReadOnlyBooleanProperty signedIn() {
    return signedIn.getReadOnlyProperty();
  }

  /** Which proxy is used. */
  ReadOnlyStringProperty proxy() {
    return proxy.getReadOnlyProperty();
  }

  /** Which certificates are trusted beside the usual ones. */
  ReadOnlyStringProperty authorities() {
    return authorities.getReadOnlyProperty();
  }

  /** Whether a file of certificates is chosen. */
  ReadOnlyBooleanProperty chosen() {
    return chosen.getReadOnlyProperty();
  }

  /** Whether SSH goes through the system's program. */
  BooleanProperty sshProgram() {
    return sshProgram;
  }

  /** Trusts the certificates in a file, if it holds any. */
  void choose(Path file) {
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
                "certificates",
                progress -> {
                  AuthorityFiles.Read read = files.read(file);
                  if (read instanceof AuthorityFiles.Read.Certificates) {
                    settings.update(
                        now -> now.withConnections(all -> all.withAuthorities(file.toString())));
                  }
                  return read;
                })
            .onSuccess(read -> {
              chosen.set(!settings.settings().get().connections().authorities().isEmpty());
              authorities.set(words(file.toString(), read));
            }));
  }

  /** Trusts no file any more. */
  void clear() {
    change(all -> all.withAuthorities(""));
    show("");
  }

  private void show(String file) {
    chosen.set(!file.isEmpty());
    authorities.set(texts.get("connection.authorities.none"));
    if (!file.isEmpty()) {
      tasks.latest(
          "certificates",
          BackgroundTask.of("certificates", progress -> files.read(Path.of(file)))
              .onSuccess(read -> authorities.set(words(file, read))));
    }
  }

  private String words(String file, AuthorityFiles.Read read) {
    return switch (read) {
      case AuthorityFiles.Read.Certificates found ->
          texts.get("connection.authorities.read", found.count(), file);
      case AuthorityFiles.Read.Unusable unusable ->
          texts.get("connection.authorities.unusable", file, unusable.detail());
    };
  }

  private void change(UnaryOperator<Connections> edit) {
    tasks.inOrder(
        "settings",
        BackgroundTask.of(
            "connection",
            progress -> {
              settings.update(now -> now.withConnections(edit));
              return edit;
            }));
  }
}
