/** The speakers list: who asks to speak, who has the floor, and for how long. */
package pavilion.session.floor;
