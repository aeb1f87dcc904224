/** Who a person is at the forges: signing in, asking, signing out. */
@NullMarked
package org.ontodraft.app.service.account;

import org.jspecify.annotations.NullMarked;
