package org.ontodraft.app.ui.settings;

import java.nio.file.Path;
import java.util.Optional;
import java.util.function.Supplier;
import javafx.fxml.FXML;
import javafx.scene.control.Button;
import javafx.scene.control.CheckBox;
import javafx.scene.control.Label;

/** How servers are reached. */
final class ConnectionView {
  private final ConnectionViewModel viewModel;
  private final Runnable signIn;
  private final Supplier<Optional<Path>> chooser;

  @FXML private Label proxy;
  @FXML private Button proxySignIn;
  @FXML private Button proxySignOut;
  @FXML private Label authorities;
  @FXML private Button choose;
  @FXML private Button clear;
  @FXML private CheckBox ssh;

  /**
   * A view.
   *
   * @param signIn asks who one is at the proxy
   * @param chooser asks for a file with certificates
   */
  ConnectionView(ConnectionViewModel viewModel, Runnable signIn, Supplier<Optional<Path>> chooser) {
    this.viewModel = viewModel;
    this.signIn = signIn;
    this.chooser = chooser;
  }

  @FXML
  private void initialize() {
    proxy.textProperty().bind(viewModel.proxy());
    proxySignIn.visibleProperty().bind(viewModel.throughProxy());
    proxySignIn.managedProperty().bind(viewModel.throughProxy());
    proxySignIn.setOnAction(event -> signIn.run());
    proxySignOut.visibleProperty().bind(viewModel.signedIn());
    proxySignOut.managedProperty().bind(viewModel.signedIn());
    proxySignOut.setOnAction(event -> {
      proxySignIn.requestFocus(); // the button goes with what it ends
      viewModel.signOut();
    });
    authorities.textProperty().bind(viewModel.authorities());
    choose.setOnAction(event -> chooser.get().ifPresent(viewModel::choose));
    clear.setOnAction(event -> viewModel.clear());
    clear.disableProperty().bind(viewModel.chosen().not());
    ssh.selectedProperty().bindBidirectional(viewModel.sshProgram());
  }
}
