/// Which times can be booked, and why others cannot: one engine for every way in.
@NullMarked
package org.meetwright.core.availability;

import org.jspecify.annotations.NullMarked;
