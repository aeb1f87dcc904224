@NullMarked
package org.ontodraft.app.service.workspace;

import org.jspecify.annotations.NullMarked;
