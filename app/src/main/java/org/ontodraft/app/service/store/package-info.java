/** What is done to a workspace's store from outside, without opening the workspace. */
@NullMarked
package org.ontodraft.app.service.store;

import org.jspecify.annotations.NullMarked;
