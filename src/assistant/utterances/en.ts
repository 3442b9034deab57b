import type { Lexicon } from './lexicon';

function phrases(text: string): string[] {
  return text
    .split(/[|\n]/u)
    .map((phrase) => phrase.trim())
    .filter(Boolean);
}

function words(text: string): ReadonlySet<string> {
  return new Set(text.split(/\s+/u).filter(Boolean));
}

const SOMEBODY =
  '(?:(?:a|an|some|another|the|one of the|any) )?(?:\\w+ )?(?:person|human|human being|people|somebody|someone|anybody|anyone|colleague|colleagues|staff|manager|boss|owner|operator|agent|advisor|adviser|employee|receptionist|representative|clerk|attendant|librarian|secretary|volunteer|official|assistant|team|reception|host|officer)';
const KIND_OF =
  '(?: (?:of (?:the )?(?:staff|team)|of yours|from (?:the )?(?:staff|team)|real|human|in person|else|there|here|now|please|instead|directly|on the phone))*';

/** English, as it is spoken and typed at desks. */
export const en: Lexicon = {
  fillers: phrases(`
    um | uh | er | erm | ah | oh | hm | hmm | hmmm | mhm | well | so | okay | ok | k | okey | okey dokey | alright | all right | right | now | then | and | but | just | please | pls |
    again | today | there | dear | mate | folks | everyone | everybody | guys | sir | madam | friend | my friend | my dear | darling | buddy | pal | brother | sister | alexa | for now | anyway | actually | to you | to you all | to you too | with you | very much | so much | a lot | a bunch | a million | indeed | kindly | for that | for everything | for nothing
  `),
  openers: phrases(`
    um | uh | er | erm | ah | hm | hmm | well | okay | ok | alright | all right | please | hello | hi | hey | hiya | hello there | hi there | hey there | howdy | ahoy | good morning | good afternoon | good evening | good day | excuse me | pardon me |
    thanks | thank you | thx | thank you very much | thanks a lot | great | great thanks | perfect | lovely | brilliant | cool | sorry to bother you | sorry to trouble you | sorry for bothering you | i've got a question | i have a question | i've a question | quick question | one question | just a quick question | a question | one more question | one more thing | another question | just one more thing |
    how are you | can you help me | could you help me | i need some help | i was wondering | i wonder | tell me | please tell me | can you tell me | could you tell me | can you please tell me | could you please tell me | do you know | do you happen to know | may i ask | can i ask | i'd like to know | i would like to know | i want to know | i need to know | alexa
  `),
  closers: phrases(`
    please | pls | thanks | thank you | thx | ta | cheers | thanks a lot | many thanks | thank you very much | thanks in advance | thank you in advance | if i may ask | if you don't mind | if you please | mate | lol | haha
  `),
  social: {
    greeting: phrases(`
      hello | hi | hey | hiya | howdy | hallo | ahoy | greetings | salutations | yo | sup | hola | bonjour | namaste | gruezi | good day | g'day | good morning | good afternoon | good evening |
      welcome | nice to meet you | pleased to meet you | good to meet you | hello hello | excuse me | pardon me | knock knock |
      can you hear me | do you hear me | are you there | are you listening | is anyone there | is anybody there | anyone there | anybody there | anybody home | anyone home | is someone there |
      i've got a question | i have a question | i've a question | i got a question | i have some questions | i've got some questions | i need some help | i need help | can i ask you something | can i ask something | may i ask something | can i ask a question | may i ask a question | may i ask you something |
      can you help me | could you help me | can you help | could you help me please | testing | test | one two three | merry christmas | happy new year | happy birthday
    `),
    thanks: phrases(`
      thanks | thank you | thank u | thankyou | thx | thnx | tnx | ty | tysm | ta | cheers | many thanks | much obliged | much appreciated | appreciate it | i appreciate it | i appreciate that | i appreciate your help | gracias | grazie | merci | danke |
      thanks a lot | thanks a bunch | thanks a million | thx a million | thanks so much | thanks very much | thanks again | thank you so much | thank you very much | thank you so very much | thank you very much indeed | thank you ever so much | thank you kindly | ta very much | ta love |
      for your help | for the help | for helping | for helping me | for the info | for the information | for your time | for your patience | for ur patience | for your kindness | for your answer | for all your help | for telling me | for letting me know | bless you | god bless you | god bless |
      that helped | that helped a lot | that helps | that helps a lot | that solves it | that solved it | you've saved me | you saved me | you saved my day | you made my day | you have helped me a lot | you've helped me a lot | you helped me a lot | you helped a lot |
      you've been a great help | you have been a great help | you were a great help | you've been a big help | you've been very helpful | you have been very helpful | you've been so helpful | that was a great help | that was helpful | that was very helpful | that was really helpful | very helpful | that's very helpful | that's helpful | that is helpful | most kind
    `),
    goodbye: phrases(`
      bye | bye bye | goodbye | good bye | bye now | bye for now | see you | see ya | see you soon | see you later | see you then | see you tomorrow | cya | later | until soon | until next time | until then | till then | so long | farewell | cheerio | ciao | adios | take care | good night | night night |
      have a nice day | have a good day | have a great day | have a lovely day | have a good one | have a nice evening | have a good evening | have a nice weekend | have a good weekend | safe travels | fair winds | peace be with you | talk to you later | talk soon | speak soon | i have to go | i've got to go | gotta go | i must go | i'm off | i'll call again | i'll come back | i'll be back
    `),
    identity: phrases(`
      who are you | who r u | who's this | who is this | who is that | who's that | who's there | who is there | who is speaking | who's speaking | who's this speaking | who am i talking to | who am i speaking to | who am i speaking with | who am i talking with | who am i chatting to | who am i chatting with | who do i speak to | who do i speak with | with whom am i speaking | to whom am i speaking |
      what are you | what r u | what's your name | what is your name | do you have a name | have you got a name | your name | whats your name | what should i call you | what can i call you |
      are you real | are you human | are you a human | are you a person | are you a real person | are you an actual person | are you a real human | are you a bot | are you a robot | are you a machine | are you a computer | are you a chatbot | are you an ai | are you ai | are you alive | are you alexa | are you siri | are you chatgpt |
      is this a robot | is this a bot | is this a machine | is this a computer | is this a human | is this a real person | is this a person | is this an ai | is that a machine | is that a machine talking | is that a robot | is that a person | is a person reading this | is somebody human there | is someone human there | is this real |
      am i talking to a computer | am i talking to a machine | am i talking to a robot | am i talking to a bot | am i talking to a person | am i talking to a human | am i speaking to a machine | am i speaking to a person | am i speaking to a robot | do i speak with a robot | do i speak to a robot | do i talk to a robot | or a human | or a robot | or a machine | or a computer | or a person | or a program | or a real person | or human | or real |
      who made you | who built you | who created you | who programmed you | how old are you | where are you from | where do you come from | where do you live | how do you work | do you sleep | do you have feelings | are you a boy or a girl | are you a man or a woman | are you male or female | how smart are you | tell me about yourself | introduce yourself
    `),
    compliment: phrases(`
      great | brilliant | perfect | wonderful | super | superb | splendid | excellent | awesome | amazing | fantastic | fabulous | lovely | cool | nice | neat | sweet | good | very good | so good | very nice | wicked | terrific | marvellous | marvelous | bravo | top | yum | yay | hooray | woohoo | wow | nice one | good one | good job | great job | well done | good work | nice work | well said | good answer | great answer |
      you're great | you are great | you're the best | you are the best | you rock | you're an angel | you are an angel | you're a star | you're a legend | you're a lifesaver | you are a lifesaver | you're very helpful | you are very helpful | you're so helpful | you're helpful | you are helpful | you're very kind | you are very kind | you're so kind | you are so kind | you're kind | you were very kind | you have been very kind | you've been very kind | you've been so kind | you've been lovely | you have been lovely | you're very patient | you are very patient | you're lovely | you are lovely | you're sweet | you're nice | you're funny | you're clever | you are clever | you're smart | you are smart | you're amazing | you are amazing | you're good | you are good | you're fast | you've got nice hair | you have a nice voice | you've got a nice voice | nice voice |
      i love you | i like you | i love it | i love this | i love that | i like it | i like that | i like this | love it | great idea this | great idea | good idea | good price | that was great | that was quick | that was good | that was easy | that was fast | that's great | that is great | that's good | that is good | that's brilliant | that's perfect | that's lovely | that's wonderful | that's clever | that's nice | that's kind | that's kind of you | that's very kind | that's so kind | that's sweet | that's cool | that's amazing | that's awesome | how kind | how nice | how lovely | how sweet | how cute | how wonderful | how clever | will you marry me | marry me
    `),
    insult: phrases(`
      you're stupid | you are stupid | you're dumb | you are dumb | you're useless | you are useless | you're an idiot | you are an idiot | you idiot | idiot | stupid | stupid bot | stupid machine | stupid robot | dumb bot | useless | you're rubbish | you are rubbish | you're terrible | you are terrible | you're bad | you're awful | you're no help | you are no help | you're not helpful | you are not helpful | that's not helpful | that was not helpful | that didn't help | that doesn't help | that did not help | you suck | this sucks | that sucks | you're annoying | you are annoying | you're boring | i hate you | i hate this | shut up | fuck you | fuck off | fuck | shit | damn | damn it | bullshit | crap | screw you | go to hell | piss off | you're wrong | you are wrong | that's nonsense | that's rubbish | what nonsense | what rubbish | you don't understand | you don't understand me | you don't get it | you don't know anything | you know nothing | you sound like a robot | you're a robot | you're not real | nonsense | rubbish
    `),
    apology: phrases(`
      sorry | i'm sorry | i am sorry | so sorry | sorry about that | my bad | my mistake | my fault | i apologise | i apologize | apologies | my apologies | forgive me | sorry i ask so much | sorry for asking so much | sorry to bother you | sorry for bothering you | sorry to trouble you | sorry for the trouble | no offence | oops | whoops | ups
    `),
    'how-are-you': phrases(`
      how are you | how are you today | how are you doing | how are you doing today | how r u | how are things | how's it going | how is it going | how goes it | how do you do | how do you feel | how are you feeling | how have you been | how's your day | how is your day | how's your day going | what's up | whats up | wassup | what's new | you okay | are you okay | are you ok | are you well | i'm fine | i am fine | i'm good | i'm well | i'm doing well | i'm great
    `),
    sympathy: phrases(`
      oh dear | dear me | oh no | pity | what a pity | shame | what a shame | too bad | that's too bad | that's a pity | that's a shame | that's sad | how sad | sad | poor thing | poor little thing | poor me | ouch | yikes | phew | puh | good heavens | goodness | my goodness | good grief | goodness me | gosh | oh my god | omg | harsh | thank goodness | thank god | i'm nervous | i'm a bit nervous | i'm scared | i'm sad | i'm tired | i'm so tired | i'm bored | i'm worried | i'm excited | i'm so excited | i'm shaking | i'm stressed | i feel bad | i feel sick | i'm lonely | that's sad to hear | fingers crossed | can't wait | cant wait | i can't wait | it's a pity | that's disappointing | disappointing | expensive | that's expensive | that's early | that's late | that's steep | that's a lot | that's cheap | blimey
    `),
    laughter: phrases(
      `haha | ha ha | ha | hahaha | hehe | hihi | lol | lmao | rofl | that's funny | that is funny | very funny | how funny | funny | you're kidding | you are kidding | are you kidding | are you joking | you must be joking | just kidding | i'm joking | only joking | kidding | tell me a joke | do you know a joke | sing me a song | sing a song | sing for me`,
    ),
    acknowledgement: phrases(`
      got it | i see | i get it | i understand | understood | aha | fair enough | that's fair | makes sense | that makes sense | good to know | that's good to know | sounds good | sounds nice | sounds great | sounds fine | fine | that's fine | that is fine | no worries | no problem | never mind | nevermind | that's okay | that's ok | that's alright | that's all right | it's okay | it's fine | it's all right | all clear | clear | all set | noted | of course | sure | sure thing | indeed | exactly | correct | that's right | that's correct | right you are | yes | yeah | yep | yup | aye | ay ay captain | aye aye | let me think | let me think about it | let me write that down | let me see | one moment | one second | wait a moment | wait a second | just a moment | just a second | hold on | hang on | i'll think about it | we'll think about it | i'll think it over | let me check | if you say so | interesting | that's interesting | really | oh really | is that so | i thought so | as i thought | that's reassuring | what a relief | good luck | same to you | you too | likewise | my pleasure | you're welcome | thanks anyway | found it | i found it | that's it | that was it | there we go | i know | i didn't know that | good point | true | that's true | alrighty | whatever | i don't care | yes please | that's what i wanted | that's what i wanted to know | that's all i wanted | that's all i wanted to know | that's all i needed | that's all i needed to know | that's what i thought | no thanks to you
    `),
  },
  patterns: [
    { act: 'greeting', form: /^(?:morning|afternoon|evening)(?: all| everyone| everybody| folks)?$/u },
    {
      act: 'greeting',
      form: /^(?:hello|hi|hey|good (?:morning|afternoon|evening|day))(?: there)?(?: (?:it's|it is|this is|i'm here|i'm calling|i am calling)) (?:about|for|regarding|because of) (?:a|an|my|our|the|some)(?: \w+){1,2}$/u,
    },
    { act: 'goodbye', form: /^night(?: all| everyone| everybody| folks)?$/u },
    {
      act: 'identity',
      form: /^(?:(?:hello|hi|hey|good (?:morning|afternoon|evening|day)) )?(?:am i (?:talking|speaking|chatting|connected|through) (?:to|with) .{1,40}|are you (?:(?:a|an|the) )?\w+ or (?:(?:a|an|the) )?\w+|are you (?:the (?:boss|owner|manager|receptionist|chef|doctor|assistant)|one of the \w+)|(?:\w+ )?who's there)$/u,
    },
    {
      act: 'identity',
      form: /^(?:hello|hi|hey|good (?:morning|afternoon|evening|day)) (?:is this|is that|are you) (?:the )?(?:\w+ ?){1,3}$/u,
    },
    {
      act: 'acknowledgement',
      form: /^(?:(?:ok|okay|right|all right|alright|oh well|hm+|haha|ha|good|great) )+(?:i|we)(?:'ll| will) (?!be\b)\w+(?: \w+){0,4}$/u,
    },
    {
      act: 'acknowledgement',
      form: /^(?:she|he|they|we|my \w+|the kids|everyone)(?:'ll| will| would|'d) (?:love|like|enjoy|hate|be (?:glad|happy|pleased|delighted|thrilled)(?: about)?)(?: (?:it|that|this|them))?$/u,
    },
    {
      act: 'goodbye',
      form: /^(?:(?:ok|okay|right|all right|alright|thanks|great) )*(?:see you|until|till|see you on|see you in) (?!when\b|what\b)(?:on |at |in |next )?(?:the )?\w+(?: \w+)?$/u,
    },
    { act: 'sympathy', form: /^(?:(?:oh|ah|aw) )?(?:the )?poor (?:\w+ ?){1,2}$/u },
    {
      act: 'sympathy',
      form: /^(?:(?:ok|okay|oh|oh no|oh dear|haha|ha) )*(?:i'm |i am )?(?:feeling |getting )?(?:(?:a bit|a little|so|very|quite|really) )?(?:hungry|thirsty|sick|tired|nervous|scared|excited|sad|bored|worried|confused|lost|cold|happy|relieved)(?: (?:now|already|lol|about it|again))*$/u,
    },
    {
      act: 'stop',
      form: /^(?:stop|quit|exit|cancel|end|finish|be quiet|that is enough|enough|no|nope|no thanks|no thank you|nothing|nothing else|nothing thanks|no nothing|no that's (?:all|it)|nothing more|that's (?:all|it) for (?:now|today)|no more questions|i'm done|i am done|we're done|that's all|that is all|that's everything|that'll be all|that will be all|that would be all|that was all|this is all|i'm finished|i have no more questions|no further questions|stop talking|go away|leave me alone|i don't need anything(?: else)?)$/u,
    },
    {
      act: 'repeat',
      form: /^(?:what|pardon|sorry what|what was that|come again|huh|say what|once more|one more time|repeat|(?:(?:can|could|would|will) you )?(?:please )?(?:repeat|say|read|tell me)(?: (?:that|it|this|the (?:last )?answer|what you said|yourself|the last (?:thing|part|bit|sentence)))?(?: (?:again|once more|one more time|for me|to me|out loud|aloud))+|(?:(?:can|could|would|will) you )?(?:please )?repeat(?: (?:that|it|this|the (?:last )?answer|what you said|yourself|the last (?:thing|part|bit|sentence)))?|what did you (?:just )?say|i (?:didn't|did not|couldn't|could not) (?:hear|get|catch|understand) (?:that|you|it|what you said)|i missed that|say again)$/u,
    },
    {
      act: 'slower',
      form: /^(?:(?:a bit |a little |much |even )?slower|slowly|slow down|more slowly|not so fast|too fast|that was too fast|that's too fast|you're too fast|you (?:speak|talk) too fast|(?:(?:can|could|would|will) you )?(?:please )?(?:(?:speak|talk|say|go|read|repeat)(?: (?:that|it|this|everything))?(?: again)?|slow down|repeat (?:that|it))(?: (?:a bit|a little|a little bit|bit|much|more|again|even))* ?(?:slower|slowly|slow|more slowly)|slow down (?:a bit|a little|please)|not that fast)$/u,
    },
    {
      act: 'more',
      form: /^(?:more|go on|continue|carry on|keep going|what else|anything else|is that all|is there (?:anything )?more|tell me more|more details?|more information|more info|read more|read on|next|(?:(?:can|could|would|will) you )?(?:please )?(?:tell me|say|give me|read|explain) (?:a bit |a little |some |any |me )?(?:more|more details?|the rest)(?: (?:about|of|on) (?:that|it|this))?|(?:can|could) you (?:elaborate|be more specific|go into (?:more )?detail)|elaborate|do you know (?:anything )?more(?: about (?:that|it))?|in more detail|the rest)$/u,
    },
    {
      act: 'source',
      form: /^(?:source|what(?:'s| is| was) (?:the|your) source|sources|where (?:did|do) you (?:get|have|read|find|know) (?:that|this|it|that from|it from|this from)(?: from)?|where (?:does|is|did) (?:that|this|it) (?:come |written |stand |say |from|stated)*(?:from)?|where does it say (?:that|so)|where is that written|how do you know(?: that| this)?|who (?:says|said) (?:so|that|this)|says who|who told you(?: that)?|(?:can you )?show me (?:the|your) (?:source|text|document|passage)|(?:can you )?(?:tell me|name) (?:the|your) source|which (?:text|document|page) is that from|read me the (?:text|passage|source)|prove it|can you prove (?:it|that)|based on what)$/u,
    },
    {
      act: 'sure',
      form: /^(?:are you (?:really |quite |absolutely |very |a hundred percent )?(?:sure|certain|positive|serious)(?: about (?:that|this|it))?|you sure|sure about that|really sure|is that (?:really )?(?:right|true|correct|so|certain|sure)|is this (?:really )?(?:right|true|correct)|is that still (?:right|true|correct|valid|up to date)|that (?:can't|cannot) be (?:right|true)|that's not (?:right|true|correct)|that is not (?:right|true|correct)|that's wrong|that is wrong|that's incorrect|i don't (?:believe|think) (?:that|it|you|so)|i doubt (?:that|it)|can i (?:trust|rely on) (?:that|this|you)|do you know that for (?:sure|certain))$/u,
    },
    {
      act: 'capabilities',
      form: /^(?:help|help me|what can (?:i|we|one) (?:ask|say|do|ask you|say to you|ask about|do here)(?: here| you)?|what (?:can|do|could) you (?:do|know|answer|tell me|help(?: me)? with|talk about|offer)(?: about| here| for me)?|what (?:questions )?(?:can|may|could|should) i ask(?: you)?|what are you (?:for|good for|able to do)|how (?:can|could|do) you help(?: me)?|how does this work|how do i use (?:this|you)|how do you work|what is this|what do you know about|what do you do|options|menu of options|what should i (?:ask|say)|what else can (?:i ask|you do|you tell me|i ask you)|i don't know what to (?:ask|say)|instructions|give me (?:an example|examples|some examples)|for example|what kind of (?:questions|things) can (?:i ask|you answer)|can you help me with something)$/u,
    },
    {
      act: 'start-over',
      form: /^(?:start over|start again|restart|reset|begin again|from the beginning|from the start|new conversation|let's start (?:over|again)|start from (?:the )?(?:beginning|scratch)|forget (?:everything|all that|all of that|what i said|what we said|our conversation|the conversation)|new question|different question|other question|another question|change of subject|different subject|different thing)$/u,
    },
    {
      act: 'everything',
      form: /^(?:(?:(?:go|switch|change|get|take me) )?(?:back )?to (?:everything|all (?:the |your )?(?:topics|texts|documents)|the whole desk|all topics)|(?:search|look (?:in|through)|use|read|ask) (?:everything|all (?:the |your )?(?:topics|texts|documents)|everywhere)|everything|all (?:the )?topics|any topic|no topic|(?:leave|forget|close|clear|drop|exit) (?:the|this|that) topic|go back|out of (?:the|this) topic|get me out of (?:this|the) topic)$/u,
    },
    {
      act: 'clear-notes',
      form: /^(?:(?:clear|delete|forget|remove|erase) (?:all )?(?:of )?(?:the|my|our|these|those|all) notes|(?:clear|delete|forget|remove|erase) (?:all )?notes|forget (?:everything|all) (?:that )?i (?:told you|dictated|noted))$/u,
    },
    {
      act: 'forget-note',
      form: /^(?:(?:forget|delete|remove|erase|drop|take back) (?:(?:the|my|that|this) )?(?<rest>(?:last|first|second|third|fourth|fifth|previous|\d+)?(?: ?note)?(?: (?:number )?(?:\w+))?(?: about .+)?)|scratch that|forget that|forget that (?:note|one)|forget (?:my|the) note (?:that|about) (?<about>.+)|(?:i no longer|you no longer) need (?:the|that) note)$/u,
    },
    {
      act: 'list-notes',
      form: /^(?:(?:what are|read|read me|show|show me|list|tell me|what's in|what is in|what do you have in|go through|play)(?: me)? (?:all )?(?:my|the|our) notes|my notes|what did i (?:tell you|note|dictate|ask you to remember)|what do you remember|what have you noted|which notes (?:do i have|are there)|do i have (?:any )?notes|what notes (?:do i have|are there))$/u,
    },
    {
      act: 'note',
      form: /^(?:please )?(?:(?:can|could|will|would) you )?(?:please )?(?:remember|note|note down|take a note|make a note|take down|write down|keep in mind|memori[sz]e|add a note|add to my notes|save a note|don't forget|remind yourself)(?: (?:that|this|of|down|please))*(?: (?<rest>.+))?$/u,
    },
    {
      act: 'list-topics',
      form: /^(?:(?:what|which) (?:topics|subjects|themes|texts|documents)(?: (?:do you (?:have|know)|are there|have you got|can i choose(?: from)?|can you talk about))?|(?:list|show|show me|tell me|name)(?: me)? (?:all )?(?:the|your) (?:topics|subjects|texts|documents)|topics|what are (?:the|your) topics)$/u,
    },
    {
      act: 'current-topic',
      form: /^(?:what are we talking about|which topic (?:is this|are we on|am i in|is set|is chosen|is it)|what(?:'s| is) the (?:current )?topic|what topic (?:is this|are we on|am i in))$/u,
    },
    {
      act: 'choose-topic',
      form: /^(?:please )?(?:(?:can|could) we )?(?:switch|change|go|move|turn)(?: (?:the )?(?:topic|subject))?(?: over)? to (?:the )?(?:topic(?: of)? |subject )?(?<rest>.+)$/u,
    },
    {
      act: 'choose-topic',
      form: /^(?:let's talk about|let us talk about|(?:choose|pick|select) (?:the )?topic|the topic is|topic|new topic|change topic|switch topic|ask about the topic)(?: the topic(?: of)?)? (?<rest>.+)$/u,
    },
    {
      act: 'person',
      form: new RegExp(
        `^(?:(?:can|could|may|might) (?:i|we)|i(?:'d| would) (?:like|love|prefer|rather)(?: to)?|i(?:'d| would) rather|i (?:want|need|wish|have|must)(?: to)?|let me|let us|how (?:can|do) (?:i|we))(?: please)? (?:(?:talk|speak|chat|talking|get|get through|be put through|be connected|have a (?:word|chat))(?: (?:to|with))? )?${SOMEBODY}${KIND_OF}$`,
        'u',
      ),
    },
    {
      act: 'person',
      form: /^(?:(?:can|could|may|might) (?:i|we)|i(?:'d| would) (?:like|love|prefer|rather)(?: to)?|i(?:'d| would) rather|i (?:want|need|wish) to|let me)(?: please)? (?:talk|speak|chat|have a (?:word|chat)) (?:to|with) (?!you\b)(?:\w+)(?: (?!about\b|on\b|in\b|at\b|for\b|when\b|if\b|before\b|after\b|tomorrow\b|today\b|because\b|regarding\b|without\b|during\b)\w+){0,4}$/u,
    },
    {
      act: 'person',
      form: new RegExp(
        `^(?:(?:can|could|would|will) you )?(?:please )?(?:put|connect|transfer|get|give|hand|call|pass|bring|fetch)(?: (?:me|us|this call|my call))?(?: (?:through|over|on))?(?: (?:to|with))? ${SOMEBODY}(?: on)?${KIND_OF}$`,
        'u',
      ),
    },
    {
      act: 'person',
      form: new RegExp(
        `^(?:is|isn't) there ${SOMEBODY}(?: (?:at the (?:desk|office|counter)|on shift|around|there|here|available|in))*(?: (?:that )?(?:i|we) (?:can|could|may) (?:talk|speak|ask|ring|call|chat|contact|reach)(?: (?:to|with))?| to (?:talk|speak) (?:to|with)| who can help(?: me)?)?$`,
        'u',
      ),
    },
    {
      act: 'person',
      form: /^(?:(?:can|could|would) (?:a|an|some|someone|somebody|the) ?(?:real |actual |live )?(?:person|human|human being|colleague|member of staff|someone|somebody)? ?(?:human |real )?(?:help|answer|call|ring|talk to|assist|speak to|phone|contact)(?: me| us)?(?: back)?|am i through to (?:a|an|the) \w+|human|human please|operator|agent|a (?:real )?(?:person|human)|real person|representative|customer service|hand ?over|(?:i )?(?:need|want) (?:a )?(?:real )?(?:person|human)|talk to (?:a )?(?:human|person|someone|somebody))(?: please)?$/u,
    },
  ],
  questionWords: words(`
    what whats what's when when's whens where where's wheres which who who's whos whom whose why how how's hows until till
    is isn't are aren't was were do don't does doesn't did didn't can can't could couldn't may might must should shall would will won't has have need needs
    cost costs price much many open opens close closes closed free allowed
  `),
  deskNouns: words(`
    time times hours opening closing price prices cost costs fee fees fare fares rate rates ticket tickets parking wifi wi-fi internet password code address phone number telephone email website breakfast lunch dinner menu
    toilet toilets restroom restrooms bathroom map directions booking bookings reservation reservations cancellation refund refunds deposit delivery pool sauna gym shop cafe restaurant bar checkout check-out checkin check-in key keys luggage pets dogs dog children kids
    monday tuesday wednesday thursday friday saturday sunday mondays tuesdays wednesdays thursdays fridays saturdays sundays weekend weekends tomorrow holiday holidays
  `),
};
