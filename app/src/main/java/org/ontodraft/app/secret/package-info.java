/** Tokens: in the operating system's keychain, or in memory for the session. */
@NullMarked
package org.ontodraft.app.secret;

import org.jspecify.annotations.NullMarked;
