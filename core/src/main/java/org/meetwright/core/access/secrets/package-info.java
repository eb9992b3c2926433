/// Secrets at rest: sealed with AES-256-GCM under keys of a file that is no part of the database.
@NullMarked
package org.meetwright.core.access.secrets;

import org.jspecify.annotations.NullMarked;
