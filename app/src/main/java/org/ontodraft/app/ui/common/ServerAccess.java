package org.ontodraft.app.ui.common;

import org.ontodraft.app.secret.Origin;

/** Where people mend what keeps a server from answering them. FX thread. */
public interface ServerAccess {
  /** Shows the settings at this server. */
  void showSettings(Origin server);

  /**
   * Asks for a token and keeps it.
   *
   * @param refused whether one is kept that the server did not accept
   * @param then what to do once it is kept; not called when no token was given
   */
  void askToken(Origin server, boolean refused, Runnable then);

  /**
   * Asks who one is at the proxy that leads to an address and has refused to, and keeps it.
   *
   * @param address as a refusal names it
   * @param then what to do once it is kept; not called when nothing was typed
   */
  void signInAtProxy(String address, Runnable then);

  /**
   * Offers every way to sign in that a server allows.
   *
   * @param then what to do once a person has signed in and left it; not called when nobody has
   */
  void signIn(Origin server, Runnable then);
}
