package pavilion.rules;

/** Civil Code Art. 1259: 以上 includes the number (GE); 超过 and 过半数 do not (GT). */
public enum Comparison {
    GE,
    GT
}
