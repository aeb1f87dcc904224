/** Opening a repository and holding what is open. */
@NullMarked
package org.ontodraft.app.service.workspace;

import org.jspecify.annotations.NullMarked;
