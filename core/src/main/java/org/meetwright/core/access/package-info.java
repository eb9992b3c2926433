/// Passwords, sessions, API tokens and manage links.
@NullMarked
package org.meetwright.core.access;

import org.jspecify.annotations.NullMarked;
