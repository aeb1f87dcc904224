@NullMarked
package org.ontodraft.app.service.submit;

import org.jspecify.annotations.NullMarked;
