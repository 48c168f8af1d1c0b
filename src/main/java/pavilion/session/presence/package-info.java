/** Who is present: rolls frozen at the opening, check-in by code, at the desk or by another system, proxies, quorum. */
package pavilion.session.presence;
