/**
 * Where a workspace is kept, on this computer or in a database that a team shares, and what is done
 * to its store from outside.
 */
@NullMarked
package org.ontodraft.app.service.store;

import org.jspecify.annotations.NullMarked;
