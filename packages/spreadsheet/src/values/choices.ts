/** A code with its label and the pattern of the spellings that mean it; the first match wins. */
interface Option {
  readonly code: string;
  readonly zh: string;
  readonly pattern: RegExp;
}

/** Spellings are matched without spaces and brackets, full width made half width. */
export const CHOICES = {
  sex: [
    { code: "male", zh: "男", pattern: /^男/ },
    { code: "female", zh: "女", pattern: /^女/ },
  ],
  measure: [
    { code: "community_detox", zh: "社区戒毒", pattern: /^(?!.*康复|.*社康).*(社区戒毒|社戒)/ },
    { code: "community_rehab", zh: "社区康复", pattern: /^(?!.*社区戒毒|.*社戒).*(社区康复|社康)/ },
  ],
  risk: [
    { code: "high", zh: "高", pattern: /^[^中低]*高[^中低]*$/ },
    { code: "medium", zh: "中", pattern: /^[^高低]*中[^高低]*$/ },
    { code: "low", zh: "低", pattern: /^[^高中]*低[^高中]*$/ },
  ],
  test_method: [
    { code: "hair", zh: "毛发检测", pattern: /发/ },
    { code: "saliva", zh: "唾液检测", pattern: /唾液|口腔/ },
    { code: "urine", zh: "尿检", pattern: /尿/ },
  ],
  test_result: [
    { code: "refused", zh: "拒检", pattern: /拒|逃避/ },
    { code: "negative", zh: "阴性", pattern: /^未检(测)?出/ },
    { code: "invalid", zh: "无效", pattern: /无效|作废|不合格/ },
    { code: "absent", zh: "未到", pattern: /未到|未检|缺检|缺席|未参加|没来|没到/ },
    { code: "positive", zh: "阳性", pattern: /阳|\+|^检出/ },
    { code: "negative", zh: "阴性", pattern: /^(?!非).*阴|^[^\p{L}\p{N}]*[-—–−]+$/u },
  ],
  visit_method: [
    { code: "video", zh: "视频", pattern: /视频/ },
    { code: "phone", zh: "电话", pattern: /电话|电访|通话|话访/ },
    { code: "message", zh: "信息", pattern: /微信|短信|书信|QQ/i },
    { code: "home_visit", zh: "入户走访", pattern: /入户|上门|走访|家访|登门|实地/ },
    {
      code: "station_interview",
      zh: "到站面谈",
      pattern: /到站|来站|面谈|当面|见面|约谈|谈话|到所|来所|面访/,
    },
  ],
  status_change: [
    {
      code: "found",
      zh: "找回",
      pattern: /找回|已找到|寻回|恢复联系|重新纳管|重新纳入|归管|解除(脱管|失联|脱失)/,
    },
    { code: "transferred_in", zh: "转入", pattern: /转入|迁入/ },
    { code: "transferred_out", zh: "转出", pattern: /转出|迁出|变更执行地|移出|转往/ },
    { code: "died", zh: "死亡", pattern: /死亡|病故|去世|身故|亡故/ },
    { code: "released", zh: "解除", pattern: /解除|期满/ },
    { code: "resumed", zh: "恢复", pattern: /恢复|继续执行|继续/ },
    { code: "suspended", zh: "中止", pattern: /中止|暂停/ },
    { code: "lost_contact", zh: "脱管", pattern: /脱管|失联|脱失|失控|下落不明|去向不明|联系不上/ },
    { code: "terminated", zh: "终止", pattern: /终止|强制隔离戒毒|强戒|收监|收戒/ },
  ],
  completion: [
    { code: "open", zh: "未完成", pattern: /未|正在|推进|进行|部分|^否/ },
    { code: "done", zh: "已完成", pattern: /完成|办结|落实|销号|^是/ },
  ],
} as const satisfies Record<string, readonly Option[]>;

export type ChoiceType = keyof typeof CHOICES;

/** The codes of one list of choices. */
export type Choice<Options extends readonly Option[]> = Options[number]["code"];

/** The code that a spelling means, or undefined. */
export function findChoice<Type extends ChoiceType>(
  type: Type,
  text: string,
): Choice<(typeof CHOICES)[Type]> | undefined {
  const options: readonly Option[] = CHOICES[type];
  const bare = text.normalize("NFKC").replaceAll(/[\s()[\]【】〔〕{}《》"“”]/g, "");
  return options.find((option) => option.pattern.test(bare))?.code as
    | Choice<(typeof CHOICES)[Type]>
    | undefined;
}

/** The label of a code. Throws a RangeError on a code that is not in the list. */
export function getChoiceLabel(type: ChoiceType, code: string): string {
  const options: readonly Option[] = CHOICES[type];
  const option = options.find((candidate) => candidate.code === code);
  if (option === undefined) throw new RangeError(`not a code of ${type}: ${code}`);
  return option.zh;
}
