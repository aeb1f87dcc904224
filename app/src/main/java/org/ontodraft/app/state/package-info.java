/** State that is published, and subscriptions that their owner closes. */
@NullMarked
package org.ontodraft.app.state;

import org.jspecify.annotations.NullMarked;
