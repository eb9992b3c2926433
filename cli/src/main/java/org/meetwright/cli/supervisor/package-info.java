/// What the server tells the system's service manager.
@NullMarked
package org.meetwright.cli.supervisor;

import org.jspecify.annotations.NullMarked;
